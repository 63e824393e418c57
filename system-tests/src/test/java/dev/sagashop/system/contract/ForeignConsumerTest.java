package dev.sagashop.system.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.contracts.EventContract;
import dev.sagashop.system.contract.ForeignConsumer.Line;
import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.EventLog;
import dev.sagashop.system.shop.EventLog.Event;
import dev.sagashop.system.shop.RunningShop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A team that has only the contract reads everything that the shop tells. */
class ForeignConsumerTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final RunningShop shop = RunningShop.shared();
  private final Books books = new Books(shop);
  private final EventLog log = new EventLog(shop);
  private final Stories stories = new Stories(shop);

  @AfterEach
  void providerWorks() {
    stories.providerWorks();
  }

  @Test
  void receivesEachEventOfAMixedLoadAsItWasWritten() throws IOException {
    try (ForeignConsumer consumer = ForeignConsumer.start(shop)) {
      stories.paid();
      stories.outOfStock();
      stories.declined();
      stories.cancelledUnpaid();
      stories.refunded();
      stories.refundRefusedThenTriedAgain();
      stories.partlyRefunded();
      books.everythingIsTold();
      Map<String, Event> told =
          log.all().stream().collect(Collectors.toMap(Event::position, Function.identity()));
      assertThat(told.values().stream().map(Event::topic).collect(Collectors.toSet()))
          .isEqualTo(EventContract.current().topics());

      List<Line> lines =
          await("the foreign consumer has read all records")
              .atMost(PATIENCE)
              .pollInterval(Duration.ofMillis(300))
              .until(consumer::journal, journal -> positions(journal).containsAll(told.keySet()));

      for (Line line : lines) {
        Event event = told.get(line.position());
        if (event != null) {
          assertReadAsWritten(line, event);
        }
      }
      assertThat(EventContract.current().topics())
          .allSatisfy(
              topic -> assertThat(consumer.log()).anyMatch(line -> line.contains(topic + "-")));
    }
  }

  private static void assertReadAsWritten(Line line, Event event) {
    assertThat(line.isError()).as("%s", line).isFalse();
    assertThat(line.json().path("key").asString()).isEqualTo(event.key());
    assertThat(line.json().path("eventId").asString()).isEqualTo(event.header("event-id"));
    assertThat(line.json().path("event"))
        .as("event at %s", event.position())
        .isEqualTo(event.value());
  }

  private static Set<String> positions(List<Line> journal) {
    return journal.stream().map(Line::position).collect(Collectors.toSet());
  }
}
