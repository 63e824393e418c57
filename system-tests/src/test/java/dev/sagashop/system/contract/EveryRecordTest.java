package dev.sagashop.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.EventLog;
import dev.sagashop.system.shop.EventLog.Event;
import dev.sagashop.system.shop.RunningShop;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last word, after all other tests and whatever they killed. */
@Order(Integer.MAX_VALUE)
class EveryRecordTest {

  private final RunningShop shop = RunningShop.shared();
  private final Books books = new Books(shop);

  @Test
  void everythingThatWasToldKeepsTheContractAndIsWhatTheOutboxesHold() {
    long orderId = new Stories(shop).paid();
    books.everythingIsTold();

    List<Event> told = EventLog.firstDeliveries(new EventLog(shop).all());

    assertThat(told).extracting(Event::key).contains(Long.toString(orderId));
    assertThat(told.stream().map(Event::id).toList())
        .as("events on the topics: nothing lost, nothing invented")
        .containsExactlyInAnyOrderElementsOf(books.publishedEvents());
    Map<String, List<Event>> byOrderAndProducer =
        told.stream()
            .collect(
                Collectors.groupingBy(
                    event -> "order %s by %s".formatted(event.key(), event.producer()),
                    TreeMap::new,
                    Collectors.toList()));
    byOrderAndProducer.forEach(
        (whose, events) ->
            assertThat(events.stream().sorted(Comparator.comparingLong(Event::sequence)))
                .as("events of " + whose + ", by event-sequence, as they were first sent")
                .isSortedAccordingTo(Comparator.comparingLong(Event::timestamp)));
  }
}
