package dev.sagashop.platform.outbox.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagashop.platform.outbox.EventIds;
import dev.sagashop.platform.outbox.Gate;
import dev.sagashop.platform.outbox.Inbox;
import dev.sagashop.platform.outbox.Variant;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Consumers whose effect of a record is a row of their database. */
@SpringBootConfiguration
@EnableAutoConfiguration
class ConsumerMain {

  public static void main(String[] arguments) {
    RelayMain.run(ConsumerMain.class, arguments);
  }

  @Bean
  Listener listener(
      Inbox inbox,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      @Value("${proof.variant}") Variant variant,
      @Value("${proof.folder}") Path folder) {
    Inbox memory = variant == Variant.NO_INBOX ? (group, eventId) -> true : inbox;
    return new Listener(memory, jdbc, transaction, new Gate(folder));
  }

  record Listener(Inbox inbox, JdbcClient jdbc, TransactionTemplate transaction, Gate gate) {

    @KafkaListener(
        topics = "${sagashop.outbox.topics}",
        groupId = "sagashop-${sagashop.outbox.topics}")
    void on(ConsumerRecord<String, byte[]> event) {
      transaction.executeWithoutResult(
          status -> {
            if (inbox.firstTime("sagashop-proof", EventIds.of(event))) {
              act(event);
            }
          });
      gate.pass(Gate.Point.COMMITTED);
    }

    private void act(ConsumerRecord<String, byte[]> event) {
      jdbc.sql("insert into effects (record_key, text, event_id) values (:key, :text, :id)")
          .param("key", event.key())
          .param("text", new String(event.value(), UTF_8))
          .param("id", EventIds.of(event))
          .update();
      gate.pass(Gate.Point.EFFECT);
    }
  }
}
