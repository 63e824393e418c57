package dev.sagashop.order.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.order.AwaitPayment;
import dev.sagashop.activities.order.CancelOrder;
import dev.sagashop.activities.order.CancelReason;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.order.Answer;
import dev.sagashop.order.OrderApiTest;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ReadingOrdersTest extends OrderApiTest {

  @Autowired
  ReadingOrdersTest(JdbcClient jdbc, OrderActivities activities) {
    super(jdbc, activities);
  }

  @Test
  void showsAnOrderToItsOwnerAndTheStaffOnly() {
    OrderId order = placed();
    String path = "/orders/" + order;

    for (String token : List.of(customer(), support(), admin())) {
      assertThat(get(token, path).status()).isEqualTo(200);
      assertThat(get(token, path + "/timeline").status()).isEqualTo(200);
    }
    for (String hidden : List.of(path, path + "/timeline")) {
      Answer answer = get(stranger(), hidden);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("ORDER_NOT_FOUND");
      assertThat(answer.message()).isEqualTo("Order not found with id: " + order);
      assertThat(get(null, hidden).status()).isEqualTo(401);
    }
  }

  @Test
  void doesNotFindWhatDoesNotExist() {
    assertThat(get(admin(), "/orders/99999999").status()).isEqualTo(404);
    assertThat(get(admin(), "/orders/0").status()).isEqualTo(404);
    assertThat(get(admin(), "/orders/ninety").status()).isEqualTo(400);
  }

  @Test
  void listsTheNewestFirstWithTheirLines() {
    OrderId older = placed();
    OrderId newer = placed();

    for (Answer answer :
        List.of(
            get(customer(), "/orders/my-orders"),
            get(admin(), "/orders"),
            get(support(), "/orders/user/" + CUSTOMER))) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(ids(answer)).startsWith(newer.value(), older.value());
      assertThat(answer.json().path(0).path("items").size()).isEqualTo(2);
    }
  }

  @Test
  void showsEverybodyOnlyTheirOwnOrders() {
    placed();

    assertThat(ids(get(TOKENS.customer(4711), "/orders/my-orders"))).isEmpty();
  }

  @Test
  void keepsListsOfOthersForTheStaff() {
    for (String path : List.of("/orders", "/orders/user/" + CUSTOMER)) {
      assertThat(get(customer(), path).status()).isEqualTo(403);
      assertThat(get(null, path).status()).isEqualTo(401);
    }
  }

  @Test
  void showsWhyAnOrderWasCancelled() {
    OrderId order = placed();
    activities.awaitPayment(new AwaitPayment(order, Instant.parse("2040-01-02T03:04:05Z")));
    activities.cancelOrder(
        new CancelOrder(order, CancelReason.PAYMENT_DECLINED, "Insufficient funds"));

    JsonNode view = get(customer(), "/orders/" + order).json();

    assertThat(view.path("status").asString()).isEqualTo("CANCELLED");
    assertThat(view.path("expiresAt").asString()).isEqualTo("2040-01-02T03:04:05");
    assertThat(view.path("cancelReason").asString()).isEqualTo("PAYMENT_DECLINED");
    assertThat(view.path("cancelExplanation").asString()).isEqualTo("Insufficient funds");
    assertThat(view.has("paidAt")).isFalse();
  }

  @Test
  void showsTheRefundOfACancelledOrder() {
    OrderId order = paid();
    cancel(customer(), order);

    JsonNode view = get(customer(), "/orders/" + order).json();

    assertThat(view.path("paidAt").asString()).isNotBlank();
    JsonNode refund = view.path("refunds").path(0);
    assertThat(refund.path("kind").asString()).isEqualTo("FULL");
    assertThat(refund.path("status").asString()).isEqualTo("REQUESTED");
    assertThat(refund.path("amount").decimalValue()).isEqualByComparingTo(CART_TOTAL);
  }

  @Test
  void tellsTheStoryOfAnOrder() {
    OrderId order = paid();
    cancel(support(), order);

    JsonNode timeline = get(customer(), "/orders/" + order + "/timeline").json();

    assertThat(
            StreamSupport.stream(timeline.spliterator(), false)
                .map(
                    entry ->
                        entry.path("actor").asString()
                            + ": "
                            + entry.path("what").asString()
                            + ", "
                            + entry.path("toStatus").asString()))
        .containsExactly(
            "user 7: placed, CREATED", "checkout: paid, PAID", "user 3: cancelled, REFUND_PENDING");
  }

  private static List<Long> ids(Answer answer) {
    return StreamSupport.stream(answer.json().spliterator(), false)
        .map(order -> order.path("id").asLong())
        .toList();
  }
}
