package dev.sagashop.inventory.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.inventory.ApplicationTest;
import dev.sagashop.platform.web.live.EventStreams;
import dev.sagashop.platform.web.testing.EventStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What the staff hears of the stock. */
@TestPropertySource(
    properties = {"sagashop.web.live.heartbeat=300ms", "sagashop.web.live.news-period=50ms"})
class InventoryEventsTest extends ApplicationTest {

  @Autowired private EventStreams streams;

  @Test
  void tellsWhichStockChangesReservationsIncluded() throws IOException {
    counted(1, 6);
    counted(2, 6);
    try (EventStream stream = EventStream.open(rawGetAsAdmin("/inventory/events"))) {
      counted(3, 5);
      awaitTold(stream, "stock", "products", 3);
      asAdmin("/inventory/reserve", "{\"orderId\": 9, \"productId\": 2, \"quantity\": 4}")
          .expectStatus()
          .isOk();
      awaitTold(stream, "stock", "products", 3, 2);
      asAdmin("/inventory/confirm/9", "").expectStatus().isOk();
      awaitTold(stream, "stock", "products", 3, 2, 2);
      assertThat(stream.events("releases")).isEmpty();

      asAdmin("/inventory/release/9", "").expectStatus().isOk();
      awaitTold(stream, "stock", "products", 3, 2, 2, 2);
      awaitTold(stream, "releases", "ids", 9);
    }
  }

  @Test
  void tellsEverybodyWhoListens() throws IOException {
    try (EventStream one = EventStream.open(rawGetAsAdmin("/inventory/events"));
        EventStream other = EventStream.open(rawGetAsAdmin("/inventory/events"))) {
      counted(7, 1);

      awaitTold(one, "stock", "products", 7);
      awaitTold(other, "stock", "products", 7);
    }
  }

  @Test
  void noticesThatAListenerLeft() throws IOException {
    int places = streams.freePlaces();
    try (EventStream stream = EventStream.open(rawGetAsAdmin("/inventory/events"))) {
      stream.awaitHeartbeat();
      assertThat(streams.freePlaces()).isLessThan(500);
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> streams.freePlaces() >= places);
  }

  @Test
  void isForTheStaff() throws IOException {
    getAsNobody("/inventory/events").expectStatus().isUnauthorized();
    getAsCustomer("/inventory/events").expectStatus().isForbidden();
    try (EventStream stream = EventStream.open(rawGetAsSupport("/inventory/events"))) {
      stream.awaitHeartbeat();
    }
  }

  private void counted(long productId, int quantity) {
    asAdmin(
            "/inventory/add",
            "{\"productId\": %d, \"quantity\": %d}".formatted(productId, quantity))
        .expectStatus()
        .isOk();
  }

  private static void awaitTold(EventStream stream, String event, String field, long... subjects) {
    List<Long> expected = new ArrayList<>();
    for (long subject : subjects) {
      expected.add(subject);
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(told(stream, event, field)).isEqualTo(expected));
  }

  private static List<Long> told(EventStream stream, String event, String field) {
    List<Long> told = new ArrayList<>();
    stream
        .events(event)
        .forEach(each -> each.data().path(field).forEach(id -> told.add(id.asLong())));
    return told;
  }
}
