package dev.sagashop.inventory.reservation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.inventory.InventoryActivities;
import dev.sagashop.activities.inventory.ReleaseReason;
import dev.sagashop.activities.inventory.ReleaseStock;
import dev.sagashop.activities.inventory.ReserveStock;
import dev.sagashop.inventory.ApplicationTest;
import dev.sagashop.launcher.parts.TestParts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = {
      "spring.kafka.listener.auto-startup=true",
      "sagashop.outbox.relay-enabled=true",
      "sagashop.outbox.consumer.retry-for=30s"
    })
@DirtiesContext
class PaymentSuccessListenerTest extends ApplicationTest {

  private static final Sku LAMP = Sku.ofProduct(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static KafkaProducer<String, byte[]> producer;

  @Autowired private InventoryActivities activities;

  @DynamicPropertySource
  static void broker(DynamicPropertyRegistry registry) {
    registry.add("spring.kafka.bootstrap-servers", TestParts.kafka()::bootstrapServers);
  }

  @BeforeAll
  static void createTopics() {
    TestParts.kafka().createTopics("payment-success", "payment-success.DLT");
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestParts.kafka().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @AfterAll
  static void closeProducer() {
    producer.close();
  }

  @BeforeEach
  void fiveLamps() {
    asAdmin("/inventory/set", "{\"productId\": 1, \"quantity\": 5}").expectStatus().isOk();
  }

  @Test
  void commitsTheReservationOfAPaidOrderOnce() throws Exception {
    reserve(101);
    String event = UUID.randomUUID().toString();

    send(101, event, "{\"orderId\": 101, \"transactionId\": \"t\", \"later\": true}");
    send(101, event, "{\"orderId\": 101, \"transactionId\": \"t\"}");
    send(101, null, "{\"orderId\": 101, \"transactionId\": \"t\"}");

    await().atMost(PATIENCE).until(() -> noted("payment-success:101"));
    assertThat(books().status(101)).isEqualTo("COMMITTED");
    assertThat(books().available(LAMP)).isEqualTo(3);
    assertThat(books().movements(LAMP)).containsExactly("SET 5 user-1", "SOLD -2 payment-success");
  }

  @Test
  void recordsAPaymentThatCameAfterTheRelease() throws Exception {
    reserve(102);
    activities.releaseStock(new ReleaseStock(new OrderId(102), ReleaseReason.INVENTORY_EXPIRED));

    send(102, null, "{\"orderId\": 102, \"transactionId\": \"t\"}");

    await().atMost(PATIENCE).until(() -> noted("payment-success:102"));
    assertThat(books().status(102)).isEqualTo("RELEASED");
    assertThat(books().available(LAMP)).isEqualTo(5);
  }

  @Test
  void sendsAnOrderThatNeverReservedToTheDeadLetters() throws Exception {
    String value = "{\"orderId\": 103, \"transactionId\": \"t\"}";

    send(103, "event-103", value);

    var dead = record("payment-success.DLT", "103");
    assertThat(new String(dead.value(), UTF_8)).isEqualTo(value);
    assertThat(dead.headers().lastHeader("event-id").value()).asString().isEqualTo("event-103");
    assertThat(noted("payment-success#event-103")).isFalse();
  }

  @Test
  void sendsWhatNobodyCanReadToTheDeadLettersAsItCame() throws Exception {
    send(104, null, "not json");

    assertThat(new String(record("payment-success.DLT", "104").value(), UTF_8))
        .isEqualTo("not json");
  }

  @Test
  void tellsOtherServicesThatTheOrderIsReserved() {
    reserve(105);

    var record = record("inventory-reserved", "105");

    assertThat(new String(record.value(), UTF_8))
        .isEqualTo("{\"orderId\":105,\"totalAmount\":19.98}");
    assertThat(record.headers().lastHeader("__TypeId__").value())
        .asString()
        .isEqualTo("inventoryReservedEvent");
  }

  private void reserve(long orderId) {
    var line = new LineItem(1, LAMP, 2, Money.of("9.99"));
    activities.reserveStock(
        new ReserveStock(new OrderId(orderId), Money.of("19.98"), List.of(line)));
  }

  private static void send(long orderId, @Nullable String eventId, String value)
      throws ExecutionException, InterruptedException {
    var record =
        new ProducerRecord<>("payment-success", Long.toString(orderId), value.getBytes(UTF_8));
    if (eventId != null) {
      record.headers().add("event-id", eventId.getBytes(UTF_8));
    }
    producer.send(record).get();
  }

  private boolean noted(String eventId) {
    return jdbc()
            .sql("SELECT count(*) FROM processed_events WHERE event_key = ?")
            .param("sagashop-inventory-service:" + eventId)
            .query(Integer.class)
            .single()
        == 1;
  }

  /** Waits for the first record with this key. */
  private static ConsumerRecord<String, byte[]> record(String topic, String key) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            TestParts.kafka().bootstrapServers(),
            ConsumerConfig.GROUP_ID_CONFIG,
            UUID.randomUUID().toString(),
            ConsumerConfig.METADATA_MAX_AGE_CONFIG,
            1000,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < deadline) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          if (key.equals(record.key())) {
            return record;
          }
        }
      }
    }
    throw new AssertionError("no record with key %s came to %s".formatted(key, topic));
  }
}
