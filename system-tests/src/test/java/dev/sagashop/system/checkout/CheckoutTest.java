package dev.sagashop.system.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.EventLog;
import dev.sagashop.system.shop.EventLog.Event;
import dev.sagashop.system.shop.Orders;
import dev.sagashop.system.shop.RunningShop;
import dev.sagashop.system.shop.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CheckoutTest {

  private final RunningShop shop = RunningShop.shared();
  private final Books books = new Books(shop);
  private final EventLog log = new EventLog(shop);
  private final Visitor admin = Visitor.admin(shop);
  private final Visitor customer = Visitor.newCustomer(shop);

  @AfterEach
  void booksBalance() {
    admin.put("/api/payments/simulator", Map.of("mode", "SUCCESS"));
    books.balance();
  }

  @Test
  void takesANewCustomersOrderToPaidAndTellsItOnce() {
    long product = Orders.product(admin, "84.97", 5);

    long orderId = Orders.place(customer, product, 2);
    JsonNode order = Orders.until(customer, orderId, "PAID");

    assertThat(order.path("totalAmount").decimalValue()).isEqualByComparingTo("169.94");
    assertThat(order.path("items").get(0).path("price").decimalValue())
        .isEqualByComparingTo("84.97");
    List<Event> events =
        log.eventsOf(orderId, "order-created", "inventory-reserved", "payment-success");
    assertThat(events)
        .extracting(Event::topic)
        .containsExactlyInAnyOrder("order-created", "inventory-reserved", "payment-success");
    for (Event event : events) {
      assertThat(event.header("event-contract-version")).isEqualTo("v1");
      assertThat(event.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
      assertThat(event.header("event-id")).isNotNull();
      assertThat(event.value().path("orderId").asLong()).isEqualTo(orderId);
    }
    assertThat(events)
        .extracting(event -> event.header("__TypeId__"))
        .containsExactlyInAnyOrder(
            "orderCreatedEvent", "inventoryReservedEvent", "paymentSuccessEvent");
    assertThat(events.stream().map(event -> traceOf(event)).distinct())
        .as("one trace from the request to the last event")
        .hasSize(1);
    books.stockBalances();
    assertThat(Orders.available(customer, product)).isEqualTo(3);
  }

  @Test
  void cancelsAnOrderAboveStockAndTellsWhy() {
    long product = Orders.product(admin, "10.00", 3);

    long orderId = Orders.place(customer, product, 10);
    JsonNode order = Orders.until(customer, orderId, "CANCELLED");

    assertThat(order.path("cancelReason").asString()).isEqualTo("OUT_OF_STOCK");
    List<Event> events = log.eventsOf(orderId, "order-created", "inventory-failed");
    assertThat(events)
        .extracting(Event::topic)
        .containsExactlyInAnyOrder("order-created", "inventory-failed");
    assertThat(events.getLast().value().path("reason").asString())
        .isEqualTo(
            "Insufficient stock for productId=%d, requested=10, available=3".formatted(product));
    assertThat(
            books.count("payment_db", "select count(*) from payments where order_id = ?", orderId))
        .as("payments of an order that was never reserved")
        .isZero();
    assertThat(Orders.available(customer, product)).isEqualTo(3);
  }

  @Test
  void cancelsAnOrderOfAProductThatNobodyEverCounted() {
    long product = Orders.product(admin, "10.00", -1);

    JsonNode order = Orders.until(customer, Orders.place(customer, product, 1), "CANCELLED");

    assertThat(order.path("cancelReason").asString()).isEqualTo("OUT_OF_STOCK");
    assertThat(order.path("cancelExplanation").asString())
        .isEqualTo("Inventory not found for productId=" + product);
  }

  @Test
  void givesTheStockBackWhenThePaymentIsDeclined() {
    long product = Orders.product(admin, "10.00", 3);
    admin.put("/api/payments/simulator", Map.of("mode", "FAIL", "failureReason", "CARD_EXPIRED"));

    long orderId = Orders.place(customer, product, 2);
    JsonNode order = Orders.until(customer, orderId, "CANCELLED");

    assertThat(order.path("cancelReason").asString()).isEqualTo("PAYMENT_DECLINED");
    List<Event> events =
        log.eventsOf(orderId, "order-created", "inventory-reserved", "payment-failed");
    assertThat(events).hasSize(3);
    assertThat(events.getLast().value().path("reason").asString()).isEqualTo("CARD_EXPIRED");
    books.stockBalances();
    assertThat(Orders.available(customer, product)).isEqualTo(3);
    assertThat(
            books.count(
                "inventory_db",
                "select count(*) from inventory_release_events where order_id = ?",
                orderId))
        .as("releases of one order in the audit")
        .isEqualTo(1);
  }

  @Test
  void makesOneOrderAndOneChargeOfFiftyPostsWithOneKey() throws Exception {
    long product = Orders.product(admin, "10.00", 100);
    String key = UUID.randomUUID().toString();

    List<Visitor.Answer> answers;
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Visitor.Answer>> posts =
          IntStream.range(0, 50)
              .mapToObj(
                  _ ->
                      many.submit(
                          () ->
                              customer.post(
                                  "/api/orders", Orders.body(product, 1), "Idempotency-Key", key)))
              .toList();
      answers = new java.util.ArrayList<>();
      for (Future<Visitor.Answer> post : posts) {
        answers.add(post.get());
      }
    }

    assertThat(answers).extracting(Visitor.Answer::status).containsOnly(200);
    assertThat(answers.stream().map(answer -> answer.json().path("id").asLong()).distinct())
        .hasSize(1);
    long orderId = answers.getFirst().json().path("id").asLong();
    Orders.until(customer, orderId, "PAID");
    assertThat(
            books.count(
                "payment_db",
                "select count(*) from ledger where order_id = ? and kind = 'CHARGE' and state = 'SUCCEEDED'",
                orderId))
        .as("charges of the order")
        .isEqualTo(1);
    assertThat(log.eventsOf(orderId, "payment-success")).hasSize(3);
    assertThat(customer.get("/api/orders/my-orders").json().size()).isEqualTo(1);
  }

  @Test
  void sendsTheMoneyBackWhenAPaidOrderIsCancelled() {
    long product = Orders.product(admin, "10.00", 3);
    long orderId = Orders.place(customer, product, 2);
    Orders.until(customer, orderId, "PAID");

    assertThat(customer.post("/api/orders/" + orderId + "/cancel", Map.of()).status())
        .isEqualTo(200);
    Orders.until(customer, orderId, "CANCELLED");

    List<Event> events =
        log.eventsOf(orderId, "order-cancelled", "refund-requested", "refund-success");
    Event refunded = events.getLast();
    assertThat(refunded.topic()).isEqualTo("refund-success");
    assertThat(refunded.value().path("refundId").asString("")).isNotBlank();
    assertThat(refunded.value().path("transactionId").asString("")).isNotBlank();
    books.stockBalances();
    assertThat(Orders.available(customer, product)).isEqualTo(3);
    Visitor.Answer again = customer.post("/api/orders/" + orderId + "/cancel", Map.of());
    assertThat(again.status()).isEqualTo(409);
  }

  @Test
  void neverSellsMoreThanThereIs() throws Exception {
    long product = Orders.product(admin, "10.00", 10);
    List<Long> orderIds = new java.util.ArrayList<>();
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> posts =
          IntStream.range(0, 25)
              .mapToObj(_ -> many.submit(() -> Orders.place(customer, product, 1)))
              .toList();
      for (Future<Long> post : posts) {
        orderIds.add(post.get());
      }
    }

    books.balance();
    long paid =
        orderIds.stream()
            .filter(
                id ->
                    customer
                        .get("/api/orders/" + id)
                        .json()
                        .path("status")
                        .asString()
                        .equals("PAID"))
            .count();
    assertThat(paid).isEqualTo(10);
    assertThat(Orders.available(customer, product)).isZero();
  }

  private static String traceOf(Event event) {
    String traceparent = event.header("traceparent");
    return traceparent == null ? "none" : traceparent.substring(3, 35);
  }
}
