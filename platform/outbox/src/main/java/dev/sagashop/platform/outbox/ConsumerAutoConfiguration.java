package dev.sagashop.platform.outbox;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.core.JacksonException;

/**
 * Sets up {@code @KafkaListener} methods that take a {@code ConsumerRecord<String, byte[]>}: each
 * record is tried until the back-off ends, then it goes to the dead-letter topic as it came.
 */
@AutoConfiguration(after = OutboxAutoConfiguration.class)
@EnableConfigurationProperties(ConsumerProperties.class)
class ConsumerAutoConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ConsumerAutoConfiguration.class);

  /** A topic that another service creates later is found within this time. */
  private static final int METADATA_MAX_AGE_MILLIS = 10_000;

  @Bean
  DefaultKafkaConsumerFactoryCustomizer recordsAsBytes() {
    return consumers -> {
      Map<String, Object> settings = new HashMap<>();
      settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
      settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
      // The producing service creates its topics, with the partitions that it wants.
      settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
      settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MAX_AGE_MILLIS);
      settings.put(
          CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG,
          KafkaClients.LONGEST_RECONNECT_MILLIS);
      if (!consumers
          .getConfigurationProperties()
          .containsKey(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG)) {
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
      }
      consumers.updateConfigs(settings);
    };
  }

  @Bean
  ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>>
      acknowledgementPerRecord() {
    return container -> {
      ContainerProperties properties = container.getContainerProperties();
      properties.setAckMode(ContainerProperties.AckMode.RECORD);
      // Continues the trace of the record's traceparent.
      properties.setObservationEnabled(true);
      // Or a broker that is away at the start would stop the application.
      properties.setMissingTopicsFatal(false);
    };
  }

  /** Not a default candidate: a service that wants a template of its own gets Boot's. */
  @Bean(defaultCandidate = false)
  ProducerFactory<String, byte[]> deadLetterProducers(KafkaClients clients) {
    return new DefaultKafkaProducerFactory<>(clients.deadLetterProducer());
  }

  @Bean
  @ConditionalOnMissingBean(CommonErrorHandler.class)
  DefaultErrorHandler retriesThenDeadLetter(
      @Qualifier("deadLetterProducers") ProducerFactory<String, byte[]> deadLetterProducers,
      ConsumerProperties properties) {
    var recoverer =
        new DeadLetterPublishingRecoverer(
            new KafkaTemplate<>(deadLetterProducers),
            (failed, error) ->
                new TopicPartition(
                    failed.topic() + KafkaClients.DEAD_LETTER_SUFFIX, failed.partition()));
    var backOff = new ExponentialBackOff(properties.firstBackoff().toMillis(), 2);
    backOff.setMaxInterval(properties.maxBackoff().toMillis());
    backOff.setMaxElapsedTime(properties.retryFor().toMillis());
    var handler = new DefaultErrorHandler(recoverer, backOff);
    // What no second try can mend.
    handler.addNotRetryableExceptions(JacksonException.class, IllegalArgumentException.class);
    handler.setLogLevel(KafkaException.Level.DEBUG);
    handler.setRetryListeners(
        (failed, error, attempt) ->
            LOG.warn(
                "Record {}-{}@{} failed in attempt {}: {}",
                failed.topic(),
                failed.partition(),
                failed.offset(),
                attempt,
                describe(error)));
    return handler;
  }

  /** The listener's own exception; the container's wrapper around it says nothing. */
  private static String describe(@Nullable Exception error) {
    if (error == null) {
      return "no reason given";
    }
    return Outage.describe(error.getCause() == null ? error : error.getCause());
  }
}
