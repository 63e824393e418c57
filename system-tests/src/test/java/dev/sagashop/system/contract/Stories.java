package dev.sagashop.system.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.Orders;
import dev.sagashop.system.shop.RunningShop;
import dev.sagashop.system.shop.Visitor;
import java.time.Duration;
import java.util.Map;

/** Takes an order through each branch of the sagas, to its end. */
final class Stories {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int MORE_THAN_ANYBODY_TRIES = 1_000_000;

  private final Books books;
  private final Visitor admin;
  private final Visitor support;
  private final Visitor customer;

  Stories(RunningShop shop) {
    this.books = new Books(shop);
    this.admin = Visitor.admin(shop);
    this.support = Visitor.support(shop);
    this.customer = Visitor.newCustomer(shop);
  }

  void providerWorks() {
    provider(Map.of("mode", "SUCCESS"));
  }

  long paid() {
    long orderId = Orders.place(customer, Orders.product(admin, "84.97", 5), 2);
    Orders.until(customer, orderId, "PAID");
    return orderId;
  }

  long outOfStock() {
    long orderId = Orders.place(customer, Orders.product(admin, "10.00", 3), 10);
    Orders.until(customer, orderId, "CANCELLED");
    return orderId;
  }

  long declined() {
    provider(Map.of("mode", "FAIL", "failureReason", "CARD_EXPIRED"));
    long orderId = Orders.place(customer, Orders.product(admin, "10.00", 3), 1);
    Orders.until(customer, orderId, "CANCELLED");
    providerWorks();
    return orderId;
  }

  /** The charge is under way, but the provider fails until the void is sure to overtake it. */
  long cancelledUnpaid() {
    provider(Map.of("mode", "SUCCESS", "errors", MORE_THAN_ANYBODY_TRIES));
    long orderId = Orders.place(customer, Orders.product(admin, "10.00", 3), 1);
    awaitRow("select count(*) from payments where order_id = ?", orderId);
    cancel(orderId);
    awaitRow("select count(*) from charge_fences where order_id = ?", orderId);
    providerWorks();
    Orders.until(customer, orderId, "CANCELLED");
    return orderId;
  }

  long refunded() {
    long orderId = paid();
    cancel(orderId);
    Orders.until(customer, orderId, "CANCELLED");
    return orderId;
  }

  long refundRefused() {
    long orderId = paid();
    provider(Map.of("mode", "SUCCESS", "refuseRefunds", true, "failureReason", "ACCOUNT_CLOSED"));
    cancel(orderId);
    Orders.until(customer, orderId, "REFUND_FAILED");
    providerWorks();
    return orderId;
  }

  long refundRefusedThenTriedAgain() {
    long orderId = refundRefused();
    retryRefund(orderId);
    Orders.until(customer, orderId, "CANCELLED");
    return orderId;
  }

  long partlyRefunded() {
    long orderId = paid();
    Visitor.Answer refund =
        support.post(
            "/api/orders/" + orderId + "/refunds", Map.of("amount", 4.97, "reason", "A scratch"));
    assertThat(refund.status()).as("%s", refund.body()).isEqualTo(201);
    await("the refund of order " + orderId + " succeeded")
        .atMost(PATIENCE)
        .until(
            () -> customer.get("/api/orders/" + orderId).json().at("/refunds/0/status").asString(),
            "SUCCEEDED"::equals);
    return orderId;
  }

  /** A saga that has just recorded the refusal may need a moment until it takes a decision. */
  private void retryRefund(long orderId) {
    long refundId = books.count("order_db", "select id from refunds where order_id = ?", orderId);
    await("refund " + refundId + " takes the decision")
        .atMost(PATIENCE)
        .until(
            () ->
                support
                    .post(
                        "/api/orders/%d/refunds/%d/retry".formatted(orderId, refundId),
                        Map.of("reason", "the account is open again"))
                    .status(),
            status -> status == 200);
  }

  private void cancel(long orderId) {
    assertThat(customer.post("/api/orders/" + orderId + "/cancel", Map.of()).status())
        .isEqualTo(200);
  }

  private void provider(Map<String, Object> settings) {
    assertThat(admin.put("/api/payments/simulator", settings).status()).isEqualTo(200);
  }

  private void awaitRow(String sql, long orderId) {
    await(sql).atMost(PATIENCE).until(() -> books.count("payment_db", sql, orderId) == 1);
  }
}
