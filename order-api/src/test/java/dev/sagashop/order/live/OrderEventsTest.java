package dev.sagashop.order.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.order.AwaitPayment;
import dev.sagashop.activities.order.MarkPaid;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.order.Answer;
import dev.sagashop.order.OrderApiTest;
import dev.sagashop.platform.web.live.EventStreams;
import dev.sagashop.platform.web.testing.EventStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A timeline while it happens. A service of its own, whose few streams can be used up. */
@TestPropertySource(properties = "sagashop.web.live.most-streams=3")
@DirtiesContext
class OrderEventsTest extends OrderApiTest {

  private final EventStreams streams;

  @Autowired
  OrderEventsTest(JdbcClient jdbc, OrderActivities activities, EventStreams streams) {
    super(jdbc, activities);
    this.streams = streams;
  }

  /** A client that left is noticed at the next heartbeat. */
  @BeforeEach
  void awaitThatAllHaveLeft() {
    await().atMost(Duration.ofSeconds(60)).until(() -> streams.freePlaces() == 3);
  }

  private void awaitPayment(OrderId order) {
    activities.awaitPayment(new AwaitPayment(order, Instant.now().plus(Duration.ofMinutes(15))));
  }

  private void pay(OrderId order) {
    activities.markPaid(new MarkPaid(order, "payment-of-" + order));
  }

  private static String path(OrderId order) {
    return "/orders/" + order + "/events";
  }

  @Test
  void tellsTheWholeTimelineAndThenWhatHappens() throws IOException {
    OrderId order = placed();
    awaitPayment(order);
    try (EventStream stream = listen(customer(), path(order))) {
      stream.atLeast(2);
      pay(order);

      List<EventStream.Event> events = stream.atLeast(3);

      assertThat(stream.happenings())
          .containsExactly("placed", "stock reserved, payment awaited", "paid");
      assertThat(events).extracting(EventStream.Event::name).containsOnly("timeline");
      EventStream.Event paid = events.getLast();
      assertThat(paid.data().path("status").asString()).isEqualTo("PAID");
      assertThat(paid.data().path("fromStatus").asString()).isEqualTo("PAYMENT_PENDING");
      assertThat(paid.data().path("actor").asString()).isEqualTo("checkout");
      assertThat(paid.data().path("why").asString()).contains("payment-of-" + order);
      assertThat(paid.id()).isEqualTo(paid.data().path("id").asString());
      List<String> ids = new ArrayList<>();
      get(customer(), "/orders/" + order + "/timeline")
          .json()
          .forEach(entry -> ids.add(entry.path("id").asString()));
      assertThat(events).extracting(EventStream.Event::id).containsExactlyElementsOf(ids);
    }
  }

  @Test
  void goesOnAfterTheLastEventThatAClientGot() throws IOException {
    OrderId order = placed();
    String placed;
    try (EventStream first = listen(customer(), path(order))) {
      placed = first.atLeast(1).getFirst().id();
    }
    awaitPayment(order);
    pay(order);

    try (EventStream second = listen(customer(), path(order), "Last-Event-ID", placed);
        EventStream asked = listen(customer(), path(order) + "?lastEventId=" + placed)) {
      second.atLeast(2);
      asked.atLeast(2);
      second.awaitHeartbeat();

      assertThat(second.happenings()).containsExactly("stock reserved, payment awaited", "paid");
      assertThat(asked.happenings()).isEqualTo(second.happenings());
    }
  }

  @Test
  void servesSeveralListenersOfSeveralOrders() throws IOException {
    OrderId one = placed();
    OrderId other = placed();
    try (EventStream customer = listen(customer(), path(one));
        EventStream support = listen(support(), path(one));
        EventStream admin = listen(admin(), path(other))) {
      customer.atLeast(1);
      support.atLeast(1);
      admin.atLeast(1);
      pay(other);
      pay(one);

      customer.atLeast(2);
      support.atLeast(2);
      admin.atLeast(2);

      assertThat(customer.happenings()).containsExactly("placed", "paid");
      assertThat(support.events()).isEqualTo(customer.events());
      assertThat(admin.events().getLast().data().path("why").asString())
          .contains("payment-of-" + other);
    }
  }

  @Test
  void staysOpenAndSaysThatItLivesWhenTheOrderIsSettled() throws IOException {
    OrderId order = placed();
    cancel(customer(), order);
    try (EventStream stream = listen(customer(), path(order))) {
      stream.atLeast(2);
      stream.awaitHeartbeat();
      stream.awaitHeartbeat();

      assertThat(stream.happenings()).containsExactly("placed", "cancelled");
    }
  }

  @Test
  void doesNotTellStrangersWhetherAnOrderExists() {
    OrderId order = placed();

    Answer answer = get(stranger(), path(order));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("ORDER_NOT_FOUND");
    assertThat(get(stranger(), "/orders/999999/events").status()).isEqualTo(404);
    assertThat(get(null, path(order)).status()).isEqualTo(401);
  }

  @Test
  void refusesAnIdThatIsNone() {
    assertThat(get(customer(), path(placed()) + "?lastEventId=soon").status()).isEqualTo(400);
  }

  @Test
  void servesNoMoreStreamsThanItMayAndFindsThoseThatWereLeft() throws IOException {
    OrderId order = placed();
    try (EventStream one = listen(customer(), path(order));
        EventStream two = listen(customer(), path(order));
        EventStream three = listen(customer(), path(order))) {
      one.atLeast(1);
      two.atLeast(1);
      three.atLeast(1);

      Answer refused = get(customer(), path(order));

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.code()).isEqualTo("TOO_MANY_STREAMS");
      assertThat(refused.header("Retry-After")).isNotEmpty();
    }
    awaitThatAllHaveLeft();
  }

  @Test
  void endsItsStreamsWithTheProcess() throws IOException {
    OrderId order = placed();
    try (EventStream stream = listen(customer(), path(order))) {
      stream.atLeast(1);
      streams.stop();

      stream.awaitEnd();
      assertThat(get(customer(), path(order)).status()).isEqualTo(503);
    } finally {
      streams.start();
    }
  }
}
