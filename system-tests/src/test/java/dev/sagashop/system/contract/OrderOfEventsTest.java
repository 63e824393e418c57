package dev.sagashop.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.EventLog;
import dev.sagashop.system.shop.EventLog.Event;
import dev.sagashop.system.shop.RunningShop;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The table of docs/events.md: what each branch tells, and in which order. */
class OrderOfEventsTest {

  private final RunningShop shop = RunningShop.shared();
  private final Books books = new Books(shop);
  private final EventLog log = new EventLog(shop);
  private final Stories stories = new Stories(shop);

  @AfterEach
  void providerWorks() {
    stories.providerWorks();
  }

  @Test
  void partlyRefunded() {
    tells(
        stories.partlyRefunded(),
        "order-created",
        "inventory-reserved",
        "payment-success",
        "order-refunds",
        "order-refunds");
  }

  @Test
  void paid() {
    tells(stories.paid(), "order-created", "inventory-reserved", "payment-success");
  }

  @Test
  void outOfStock() {
    tells(stories.outOfStock(), "order-created", "inventory-failed");
  }

  @Test
  void declined() {
    tells(stories.declined(), "order-created", "inventory-reserved", "payment-failed");
  }

  @Test
  void cancelledUnpaid() {
    tells(
        stories.cancelledUnpaid(),
        "order-created",
        "inventory-reserved",
        "order-cancelled",
        "payment-failed");
  }

  @Test
  void cancelledPaid() {
    tells(
        stories.refunded(),
        "order-created",
        "inventory-reserved",
        "payment-success",
        "order-cancelled",
        "refund-requested",
        "refund-success");
  }

  @Test
  void refundRefused() {
    tells(
        stories.refundRefused(),
        "order-created",
        "inventory-reserved",
        "payment-success",
        "order-cancelled",
        "refund-requested",
        "refund-failed");
  }

  @Test
  void refundRefusedThenTriedAgain() {
    tells(
        stories.refundRefusedThenTriedAgain(),
        "order-created",
        "inventory-reserved",
        "payment-success",
        "order-cancelled",
        "refund-requested",
        "refund-failed",
        "refund-requested",
        "refund-success");
  }

  private void tells(long orderId, String... topics) {
    books.everythingIsTold();
    List<Event> told = EventLog.firstDeliveries(log.eventsOf(orderId, topics));

    assertThat(told.stream().sorted(Comparator.comparing(Event::time)).map(Event::topic))
        .as("across services, by event-time")
        .containsExactly(topics);
    Set<String> producers = new TreeSet<>(told.stream().map(Event::producer).toList());
    for (String producer : producers) {
      List<Event> own =
          told.stream()
              .filter(event -> event.producer().equals(producer))
              .sorted(Comparator.comparingLong(Event::sequence))
              .toList();
      assertThat(own.stream().map(Event::topic))
          .as("from %s, by event-sequence", producer)
          .containsExactlyElementsOf(
              Stream.of(topics).filter(topic -> isWrittenBy(producer, topic, told)).toList());
      assertThat(own.stream().map(Event::sequence))
          .as("sequence of %s", producer)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, own.size()).boxed().toList());
      assertThat(own).as("as sent by %s", producer).isSortedAccordingTo(BY_SENDING);
    }
  }

  /** Offsets of one topic compare; those of different topics do not, but their sending does. */
  private static final Comparator<Event> BY_SENDING =
      (one, other) ->
          one.topic().equals(other.topic())
              ? Long.compare(one.offset(), other.offset())
              : Long.compare(one.timestamp(), other.timestamp());

  private static boolean isWrittenBy(String producer, String topic, List<Event> told) {
    return told.stream()
        .anyMatch(event -> event.topic().equals(topic) && event.producer().equals(producer));
  }
}
