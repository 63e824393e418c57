package dev.sagashop.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxTest {

  private final Service service = Service.withoutRelay(Parts.database(), Topic.newName());
  private final Inbox inbox = service.bean(Inbox.class);

  @AfterAll
  void stop() {
    service.close();
  }

  private boolean noted(String group, String eventId) {
    return Boolean.TRUE.equals(
        service.transaction().execute(status -> inbox.firstTime(group, eventId)));
  }

  @Test
  void letsEachEventPassOncePerGroup() {
    assertThat(noted("stock", "17")).isTrue();
    assertThat(noted("stock", "17")).isFalse();
    assertThat(noted("mail", "17")).isTrue();
  }

  @Test
  void forgetsAnEventWhoseEffectWasRolledBack() {
    service
        .transaction()
        .executeWithoutResult(
            status -> {
              assertThat(inbox.firstTime("stock", "18")).isTrue();
              status.setRollbackOnly();
            });
    assertThat(noted("stock", "18")).isTrue();
  }

  @Test
  void refusesToNoteOutsideATransaction() {
    assertThatThrownBy(() -> inbox.firstTime("stock", "19"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("No transaction is open");
  }

  @Test
  void tellsEventsOfTwoServicesApartThatHaveTheSameNumber() {
    assertThat(EventIds.of(record("order-created", "5", "1")))
        .isEqualTo("order-created#1")
        .isNotEqualTo(EventIds.of(record("payment-success", "5", "1")));
  }

  @Test
  void fallsBackToTopicAndKeyForARecordWithoutId() {
    assertThat(EventIds.of(record("order-created", "5", null))).isEqualTo("order-created:5");
  }

  private static ConsumerRecord<String, byte[]> record(
      String topic, String key, @Nullable String eventId) {
    var event = new ConsumerRecord<>(topic, 0, 0, key, new byte[0]);
    Optional.ofNullable(eventId)
        .ifPresent(
            it -> event.headers().add(EventHeaders.EVENT_ID, it.getBytes(StandardCharsets.UTF_8)));
    return event;
  }
}
