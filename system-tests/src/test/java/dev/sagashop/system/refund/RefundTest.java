package dev.sagashop.system.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.EventLog;
import dev.sagashop.system.shop.EventLog.Event;
import dev.sagashop.system.shop.Orders;
import dev.sagashop.system.shop.Provider;
import dev.sagashop.system.shop.RunningShop;
import dev.sagashop.system.shop.Visitor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Refunds through the gateway, on real parts. */
class RefundTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String TRY_AGAIN = "The account is open again";

  private final RunningShop shop = RunningShop.shared();
  private final Books books = new Books(shop);
  private final Visitor admin = Visitor.admin(shop);
  private final Visitor support = Visitor.support(shop);
  private final Visitor customer = Visitor.newCustomer(shop);
  private final Provider provider = new Provider(admin);

  @AfterEach
  void everythingBalances() {
    provider.works();
    books.balance();
  }

  @Test
  void staysOpenAfterASecondRefusalAndEndsWhenAPersonHasItTriedAgain() {
    long order = refused("20.00");
    long refund = refundOf(order);

    assertThat(decide(order, refund, "retry", retry(1)).status()).isEqualTo(200);
    Orders.until(customer, order, "REFUND_FAILED");
    awaitAttempt(order, 2);
    provider.works();
    assertThat(decide(order, refund, "retry", retry(2)).status()).isEqualTo(200);
    Orders.until(customer, order, "CANCELLED");

    assertThat(provider.refunds(order)).containsExactly(new BigDecimal("20.00"));
    List<Event> events = new EventLog(shop).eventsOf(order, "refund-success", "refund-failed");
    assertThat(events).extracting(Event::topic).filteredOn("refund-failed"::equals).hasSize(2);
    assertThat(events).extracting(Event::topic).filteredOn("refund-requested"::equals).hasSize(3);
    assertThat(timeline(order))
        .contains("refund refused", "refund opened again", "stock returned", "refunded");
  }

  @Test
  void closesAnOrderWhoseMoneyWentBackOutside() {
    long order = refused("20.00");
    long refund = refundOf(order);
    Map<String, String> proof =
        Map.of("reason", "The card is closed", "reference", "transfer-4711");

    assertThat(decide(order, refund, "resolve", proof).status()).isEqualTo(200);
    JsonNode closed = Orders.until(customer, order, "CANCELLED");

    assertThat(closed.at("/refunds/0/outsideReference").asString()).isEqualTo("transfer-4711");
    assertThat(provider.refunds(order)).isEmpty();
    assertThat(new EventLog(shop).eventsOf(order, "refund-success"))
        .extracting(Event::topic)
        .contains("refund-success");
  }

  @Test
  void givesPartsBackWithTheirUnitsAndThenTheRest() {
    long product = Orders.product(admin, "10.00", 10);
    long order = Orders.place(customer, product, 4);
    Orders.until(customer, order, "PAID");

    assertThat(
            part(
                order,
                Map.of(
                    "lines",
                    List.of(Map.of("productId", product, "quantity", 1)),
                    "restock",
                    true,
                    "reason",
                    "Torn")))
        .isEqualTo(201);
    assertThat(part(order, Map.of("kind", "GOODWILL", "amount", 5.5, "reason", "Late")))
        .isEqualTo(201);
    awaitRefunds(order, 2);
    assertThat(Orders.available(customer, product)).isEqualTo(7);
    assertThat(customer.get("/api/orders/" + order).json().path("status").asString())
        .isEqualTo("PAID");

    assertThat(customer.post("/api/orders/" + order + "/cancel", Map.of()).status()).isEqualTo(200);
    Orders.until(customer, order, "CANCELLED");
    assertThat(provider.refunds(order))
        .containsExactlyInAnyOrder(
            new BigDecimal("10.00"), new BigDecimal("5.50"), new BigDecimal("24.50"));
    assertThat(Orders.available(customer, product)).isEqualTo(10);
  }

  @Test
  void refundsOnceWhenTheProvidersReplyIsLost() {
    long order = paid("20.00");
    provider.behave(Map.of("loseReplies", 2));

    customer.post("/api/orders/" + order + "/cancel", Map.of());
    Orders.until(customer, order, "CANCELLED");

    assertThat(provider.refunds(order)).containsExactly(new BigDecimal("20.00"));
  }

  @Test
  void refundsOnceWhenThePaymentWorkerAndTheProviderAreKilledInBetween() {
    long order = paid("20.00");
    provider.behave(Map.of("slowMillis", 1500));

    customer.post("/api/orders/" + order + "/cancel", Map.of());
    await("the refund is under way")
        .atMost(PATIENCE)
        .until(
            () ->
                books.count("payment_db", "select count(*) from refunds where order_id = ?", order)
                    == 1);
    shop.kill("payment-worker");
    shop.kill("provider-simulator");
    shop.restart("provider-simulator");
    shop.restart("payment-worker");
    Orders.until(customer, order, "CANCELLED");

    assertThat(provider.refunds(order)).containsExactly(new BigDecimal("20.00"));
  }

  private long paid(String price) {
    long order = Orders.place(customer, Orders.product(admin, price, 5), 1);
    Orders.until(customer, order, "PAID");
    return order;
  }

  /** A paid and cancelled order whose refund was refused once. */
  private long refused(String price) {
    long order = paid(price);
    provider.refusesRefunds();
    customer.post("/api/orders/" + order + "/cancel", Map.of());
    Orders.until(customer, order, "REFUND_FAILED");
    return order;
  }

  private long refundOf(long order) {
    return customer.get("/api/orders/" + order).json().at("/refunds/0/id").asLong();
  }

  private static Map<String, Object> retry(int attempt) {
    return Map.of("reason", TRY_AGAIN, "attempt", attempt);
  }

  /** A saga that has just recorded the refusal may need a moment until it takes a decision. */
  private Visitor.Answer decide(long order, long refund, String decision, Map<String, ?> body) {
    return await("refund " + refund + " takes the decision")
        .atMost(PATIENCE)
        .until(
            () ->
                support.post(
                    "/api/orders/%d/refunds/%d/%s".formatted(order, refund, decision), body),
            answer -> answer.status() != 409);
  }

  private int part(long order, Map<String, ?> body) {
    return support.post("/api/orders/" + order + "/refunds", body).status();
  }

  private void awaitAttempt(long order, int attempt) {
    await("attempt " + attempt + " is refused")
        .atMost(PATIENCE)
        .until(
            () -> customer.get("/api/orders/" + order).json().at("/refunds/0"),
            refund ->
                refund.path("attempt").asInt() == attempt
                    && refund.path("status").asString().equals("FAILED"));
  }

  private void awaitRefunds(long order, int count) {
    await(count + " refunds of order " + order + " succeeded")
        .atMost(PATIENCE)
        .until(
            () ->
                customer
                    .get("/api/orders/" + order)
                    .json()
                    .path("refunds")
                    .valueStream()
                    .filter(refund -> refund.path("status").asString().equals("SUCCEEDED"))
                    .count(),
            succeeded -> succeeded == count);
  }

  private List<String> timeline(long order) {
    return support
        .get("/api/orders/" + order + "/timeline")
        .json()
        .valueStream()
        .map(entry -> entry.path("what").asString())
        .toList();
  }
}
