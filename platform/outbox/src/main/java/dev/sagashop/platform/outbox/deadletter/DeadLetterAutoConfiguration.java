package dev.sagashop.platform.outbox.deadletter;

import dev.sagashop.platform.outbox.KafkaClients;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** In the one service that looks after the dead letters of all. */
@AutoConfiguration(afterName = "dev.sagashop.platform.outbox.OutboxAutoConfiguration")
@ConditionalOnBooleanProperty("sagashop.outbox.dead-letters.hosted-here")
class DeadLetterAutoConfiguration {

  /** On top of the longest send, for what is recorded before and after it. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  @Bean
  Replayer deadLetterReplayer(KafkaClients clients) {
    return new Replayer(
        () ->
            new KafkaProducer<>(
                clients.deadLetterProducer(), new ByteArraySerializer(), new ByteArraySerializer()),
        clients.longestSend());
  }

  @Bean
  DeadLetters deadLetters(
      KafkaClients clients,
      Replayer replayer,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    String suffix = KafkaClients.DEAD_LETTER_SUFFIX;
    return new DeadLetters(
        () ->
            new DeadLetterTopics(
                Admin.create(clients.admin()),
                new KafkaConsumer<>(
                    clients.reader(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                suffix),
        new DeadLetterStates(jdbc, transactions),
        replayer,
        clients.longestSend().plus(MARGIN),
        suffix);
  }
}
