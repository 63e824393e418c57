package dev.sagashop.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.EventLog;
import dev.sagashop.system.shop.EventLog.Event;
import dev.sagashop.system.shop.Orders;
import dev.sagashop.system.shop.RunningShop;
import dev.sagashop.system.shop.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever dies in the middle: one charge, one reservation, and every event. */
class CrashTest {

  private static final int ORDERS = 5;

  private final RunningShop shop = RunningShop.shared();
  private final Books books = new Books(shop);
  private final EventLog log = new EventLog(shop);
  private final Visitor admin = Visitor.admin(shop);
  private final Visitor customer = Visitor.newCustomer(shop);
  private final long product = Orders.product(admin, "10.00", 100);

  @BeforeEach
  void makePaymentsSlowEnoughToBeInTheMiddle() {
    admin.put("/api/payments/simulator", Map.of("mode", "SUCCESS", "slowMillis", 400));
  }

  @AfterEach
  void everythingBalances() {
    admin.put("/api/payments/simulator", Map.of("mode", "SUCCESS", "slowMillis", 0));
    books.balance();
  }

  @Test
  void chargesOnceWhenThePaymentWorkerIsKilled() {
    List<Long> orders = placeSome();

    shop.kill("payment-worker");
    shop.restart("payment-worker");

    areAllPaidOnce(orders);
  }

  @Test
  void chargesOnceWhenTheOrderApiIsKilled() {
    List<Long> orders = placeSome();

    shop.kill("order-api");
    shop.restart("order-api");

    areAllPaidOnce(orders);
  }

  @Test
  void chargesOnceWhenTheProviderIsKilled() {
    // Long enough for the kill to come in the middle, and less than what a caller waits for.
    admin.put("/api/payments/simulator", Map.of("mode", "SUCCESS", "slowMillis", 4000));
    List<Long> orders = placeSome();

    shop.kill("provider-simulator");
    shop.restart("provider-simulator");

    areAllPaidOnce(orders);
    for (long orderId : orders) {
      assertThat(admin.get("/api/payments/simulator/journal?orderId=" + orderId).json())
          .as("what the provider remembers of order " + orderId)
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.path("kind").asString()).isEqualTo("CHARGE");
                assertThat(entry.path("outcome").asString()).isEqualTo("SUCCEEDED");
              });
    }
  }

  @Test
  void chargesOnceWhenTheProvidersReplyIsLost() {
    admin.put("/api/payments/simulator", Map.of("mode", "SUCCESS", "loseReplies", 3));

    areAllPaidOnce(placeSome());
  }

  @Test
  void acceptsOrdersWhileTemporalIsDownAndFinishesThemLater() {
    shop.kill("temporal");
    List<Long> orders;
    try {
      orders = placeSome();
    } finally {
      shop.restart("temporal");
    }

    areAllPaidOnce(orders);
  }

  @Test
  void paysWhileKafkaIsDownAndTellsItLater() {
    shop.kill("kafka");
    List<Long> orders;
    try {
      orders = placeSome();
      orders.forEach(orderId -> Orders.until(customer, orderId, "PAID"));
    } finally {
      shop.restart("kafka");
    }

    areAllPaidOnce(orders);
  }

  @Test
  void cancelsWhileTemporalIsDown() {
    long orderId = Orders.place(customer, product, 1);
    shop.kill("temporal");
    int answer;
    try {
      answer = customer.post("/api/orders/" + orderId + "/cancel", Map.of()).status();
    } finally {
      shop.restart("temporal");
    }

    assertThat(answer).isEqualTo(200);
    Orders.until(customer, orderId, "CANCELLED");
    books.balance();
    assertThat(log.eventsOf(orderId, "order-cancelled"))
        .extracting(Event::topic)
        .containsOnlyOnce("order-cancelled");
  }

  @Test
  void storesNothingWhileTheCatalogueIsDownAndTakesTheOrderLater() {
    String everyOrder = "select count(*) from orders";
    long before = books.count("order_db", everyOrder);
    String key = UUID.randomUUID().toString();
    shop.kill("catalog-api");
    Visitor.Answer refused;
    try {
      refused = customer.post("/api/orders", Orders.body(product, 1), "Idempotency-Key", key);
    } finally {
      shop.restart("catalog-api");
    }

    assertThat(refused.status()).as("%s", refused.body()).isEqualTo(503);
    assertThat(refused.code()).isEqualTo("CATALOG_UNAVAILABLE");
    assertThat(refused.raw().headers().firstValue("Retry-After")).isPresent();
    assertThat(books.count("order_db", everyOrder)).isEqualTo(before);
    areAllPaidOnce(List.of(Orders.place(customer, product, 1, "Idempotency-Key", key)));
  }

  private List<Long> placeSome() {
    List<Long> orders = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      orders.add(Orders.place(customer, product, 1));
    }
    return orders;
  }

  private void areAllPaidOnce(List<Long> orders) {
    for (long orderId : orders) {
      Orders.until(customer, orderId, "PAID");
      assertThat(
              books.count(
                  "payment_db",
                  "select count(*) from ledger where order_id = ? and kind = 'CHARGE' and state = 'SUCCEEDED'",
                  orderId))
          .as("charges of order " + orderId)
          .isEqualTo(1);
      List<Event> events =
          log.eventsOf(orderId, "order-created", "inventory-reserved", "payment-success");
      assertThat(events.stream().map(event -> event.topic() + event.header("event-id")).distinct())
          .as("events of order " + orderId)
          .hasSize(3);
    }
  }
}
