package dev.sagashop.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.transaction.support.TransactionTemplate;

class ListenerTest {

  private static final String GROUP = "sagashop-listener-test";

  private final String topic = Topic.newName();
  private final Service service =
      Service.start(
          Parts.database(),
          Application.class,
          "sagashop.outbox.topics=" + topic,
          "sagashop.outbox.consumer.first-backoff=50ms",
          "sagashop.outbox.consumer.retry-for=500ms");
  private final Listener listener = service.bean(Listener.class);

  @AfterEach
  void stop() {
    service.close();
  }

  private void append(String key, Object payload) {
    service.append(new OutboxEvent(topic, key, "alias", payload));
  }

  @Test
  void handlesAnEventOnceHoweverOftenItArrives() {
    append("1", "\u00e4");
    await().until(() -> listener.effects.size() == 1);
    service.jdbc().sql("update outbox_events set status = 'PENDING', published_at = null").update();
    service.awaitAllPublished();
    append("1", "second");
    await().until(() -> listener.effects.contains("\"second\""));
    assertThat(listener.effects).containsExactly("\"\u00e4\"", "\"second\"");
    assertThat(listener.deliveries.get()).isEqualTo(3);
  }

  @Test
  void putsARecordThatKeepsFailingIntoTheDeadLetterTopicAsItCame() {
    append("1", "poison \u20ac");
    append("1", "next");
    await().until(() -> listener.effects.contains("\"next\""));

    ConsumerRecord<String, byte[]> original = Topic.readAll(topic).getFirst();
    List<ConsumerRecord<String, byte[]>> dead = Topic.readAll(topic + ".DLT");
    assertThat(dead).hasSize(1);
    ConsumerRecord<String, byte[]> letter = dead.getFirst();
    assertThat(letter.value()).isEqualTo(original.value());
    assertThat(letter.key()).isEqualTo("1");
    assertThat(letter.partition()).isEqualTo(original.partition());
    assertThat(letter.headers().toArray()).contains(original.headers().toArray());
    assertThat(Topic.header(letter, "kafka_dlt-original-topic")).isEqualTo(topic);
    assertThat(Topic.header(letter, "kafka_dlt-original-consumer-group")).isEqualTo(GROUP);
    assertThat(Topic.header(letter, "kafka_dlt-exception-message")).contains("no effect possible");
    assertThat(listener.deliveries.get()).isGreaterThan(2);
    assertThat(listener.effects).containsExactly("\"next\"");
  }

  @Test
  void startsWhileKafkaIsAway() {
    try (Service alone =
        Service.start(
            Parts.database(),
            Application.class,
            "sagashop.outbox.topics=" + topic,
            "spring.kafka.bootstrap-servers=localhost:1")) {
      alone.append(new OutboxEvent(topic, "1", "alias", "accepted"));
      assertThat(alone.count("status = 'PENDING'")).isEqualTo(1);
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    Listener listener(Inbox inbox, TransactionTemplate transaction) {
      return new Listener(inbox, transaction);
    }
  }

  static final class Listener {

    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final List<String> effects = new CopyOnWriteArrayList<>();
    private final AtomicInteger deliveries = new AtomicInteger();

    Listener(Inbox inbox, TransactionTemplate transaction) {
      this.inbox = inbox;
      this.transaction = transaction;
    }

    @KafkaListener(topics = "${sagashop.outbox.topics}", groupId = GROUP)
    void on(ConsumerRecord<String, byte[]> event) {
      deliveries.incrementAndGet();
      transaction.executeWithoutResult(
          status -> {
            if (inbox.firstTime(GROUP, EventIds.of(event))) {
              String text = new String(event.value(), UTF_8);
              if (text.contains("poison")) {
                throw new IllegalStateException("no effect possible");
              }
              effects.add(text);
            }
          });
    }
  }
}
