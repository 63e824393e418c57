package dev.sagashop.audit.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every branch that docs/events.md tells, whatever the order in which its records arrive. */
class ToldOrderTest {

  static Stream<Arguments> branches() {
    return Stream.of(
        branch("just placed", ToldState.OPEN, "order-created"),
        branch("being paid", ToldState.OPEN, "order-created", "inventory-reserved"),
        branch("paid", ToldState.PAID, "order-created", "inventory-reserved", "payment-success"),
        branch("out of stock", ToldState.CANCELLED, "order-created", "inventory-failed"),
        branch(
            "declined",
            ToldState.CANCELLED,
            "order-created",
            "inventory-reserved",
            "payment-failed"),
        branch(
            "cancelled while being paid",
            ToldState.CANCELLED,
            "order-created",
            "inventory-reserved",
            "order-cancelled",
            "payment-failed"),
        branch("cancelled at once", ToldState.CANCELLED, "order-created", "order-cancelled"),
        branch(
            "cancelled, charged all the same",
            ToldState.CANCELLED,
            "order-created",
            "inventory-reserved",
            "order-cancelled",
            "payment-success"),
        branch(
            "cancelled, charged, refunded",
            ToldState.CANCELLED,
            "order-created",
            "order-cancelled",
            "payment-success",
            "refund-success"),
        branch(
            "expired, charged, refund refused",
            ToldState.CANCELLED,
            "order-created",
            "payment-success",
            "refund-failed"),
        branch(
            "cancelled when paid",
            ToldState.REFUND_PENDING,
            "order-created",
            "payment-success",
            "order-cancelled",
            "refund-requested"),
        branch(
            "refunded",
            ToldState.CANCELLED,
            "order-created",
            "payment-success",
            "order-cancelled",
            "refund-requested",
            "refund-success"),
        branch(
            "refund refused",
            ToldState.REFUND_FAILED,
            "order-created",
            "payment-success",
            "order-cancelled",
            "refund-requested",
            "refund-failed"),
        branch(
            "tried again",
            ToldState.REFUND_PENDING,
            "order-created",
            "payment-success",
            "order-cancelled",
            "refund-requested",
            "refund-failed",
            "refund-requested"),
        branch(
            "tried again, refused again",
            ToldState.REFUND_FAILED,
            "order-created",
            "payment-success",
            "order-cancelled",
            "refund-requested",
            "refund-failed",
            "refund-requested",
            "refund-failed"),
        branch(
            "tried again, refunded",
            ToldState.CANCELLED,
            "order-created",
            "payment-success",
            "order-cancelled",
            "refund-requested",
            "refund-failed",
            "refund-requested",
            "refund-success"));
  }

  private static Arguments branch(String name, ToldState state, String... topics) {
    return Arguments.of(name, state, List.of(topics));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("branches")
  void addsUpWhateverTheOrderAndTheRepetitions(String name, ToldState state, List<String> topics) {
    List<ToldRecord> records = new ArrayList<>();
    for (int i = 0; i < topics.size(); i++) {
      records.add(new ToldRecord(Topic.named(topics.get(i)), "" + i));
    }
    assertThat(fold(records)).as(name).isEqualTo(state);

    Collections.reverse(records);
    records.addAll(List.copyOf(records));
    assertThat(fold(records)).as(name + ", backwards and twice").isEqualTo(state);
  }

  private record ToldRecord(Topic topic, String eventId) {}

  private static ToldState fold(List<ToldRecord> records) {
    ToldOrder order = new ToldOrder();
    records.forEach(told -> order.add(told.topic(), told.eventId(), Instant.EPOCH));
    return order.state();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void knowsEachTopicByItsName(Topic topic) {
    assertThat(Topic.named(topic.topicName())).isEqualTo(topic);
  }

  static Stream<Topic> topics() {
    return Arrays.stream(Topic.values());
  }
}
