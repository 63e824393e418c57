package dev.sagashop.order.refunding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.inventory.ReturnedItem;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.order.Answer;
import dev.sagashop.order.OrderApiTest;
import dev.sagashop.workflows.refund.RefundRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order of two novels at 19.99 (product 4) and a T-shirt at 25.00 (product 6): 64.98. */
class PartialRefundsTest extends OrderApiTest {

  @Autowired
  PartialRefundsTest(JdbcClient jdbc, OrderActivities activities) {
    super(jdbc, activities);
  }

  @Test
  void givesUnitsBackAtThePriceOfTheOrder() {
    OrderId order = paid();

    Answer answer =
        ask(
            order,
            "{\"lines\":[{\"productId\":4,\"quantity\":1}],\"restock\":true,\"reason\":\"Torn\"}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.json().path("kind").asString()).isEqualTo("LINES");
    assertThat(answer.json().path("status").asString()).isEqualTo("REQUESTED");
    assertThat(answer.json().path("amount").decimalValue()).isEqualByComparingTo("19.99");
    assertThat(status(order)).isEqualTo("PAID");
    assertThat(topics(order)).containsExactly("order-created", "order-refunds");
    RefundRequest started = started(order);
    assertThat(started.partial()).isTrue();
    assertThat(started.returnStock()).isFalse();
    assertThat(started.itemsToReturn()).containsExactly(new ReturnedItem(Sku.ofProduct(4), 1));
  }

  @Test
  void leavesTheUnitsWithTheCustomerUnlessTheyAreToBeRestocked() {
    OrderId order = paid();

    ask(order, "{\"lines\":[{\"productId\":4,\"quantity\":1}],\"reason\":\"Torn\"}");

    assertThat(started(order).itemsToReturn()).isEmpty();
  }

  @Test
  void givesSeveralPartsBackButNeverMoreThanIsLeft() {
    OrderId order = paid();
    assertThat(ask(order, amount("40.00")).status()).isEqualTo(201);
    assertThat(ask(order, "{\"kind\":\"GOODWILL\",\"amount\":14.98,\"reason\":\"Late\"}").status())
        .isEqualTo(201);
    long before = rows();

    Answer refused = ask(order, amount("10.01"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("REFUND_EXCEEDS_REFUNDABLE");
    assertThat(refused.json().path("refundable").decimalValue()).isEqualByComparingTo("10.00");
    assertThat(rows()).isEqualTo(before);
    assertThat(ask(order, amount("10.00")).status()).isEqualTo(201);
  }

  @Test
  void twentyAtTheSameTimeTakeNoMoreThanIsLeft() throws Exception {
    OrderId order = paid();
    List<Callable<Answer>> requests = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      requests.add(() -> ask(order, amount("10.00")));
    }

    List<Integer> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> answer : threads.invokeAll(requests)) {
        answers.add(answer.get().status());
      }
    }

    assertThat(answers).hasSize(20).containsOnly(201, 422);
    assertThat(answers.stream().filter(status -> status == 201)).hasSize(6);
    assertThat(asked(order)).isEqualByComparingTo("60.00");
  }

  @Test
  void givesNoUnitBackTwice() {
    OrderId order = paid();
    ask(order, "{\"lines\":[{\"productId\":4,\"quantity\":2}],\"reason\":\"Torn\"}");

    Answer refused =
        ask(order, "{\"lines\":[{\"productId\":4,\"quantity\":1}],\"reason\":\"Torn\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("REFUND_EXCEEDS_LINE");
  }

  @Test
  void findsTheRefundOfARepeatedRequest() {
    OrderId order = paid();

    Answer first = post(support(), path(order), amount("5.00"), "Idempotency-Key", "r-1");
    Answer second = post(support(), path(order), amount("5.00"), "Idempotency-Key", "r-1");

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.json().path("id").asLong()).isEqualTo(first.json().path("id").asLong());
    assertThat(asked(order)).isEqualByComparingTo("5.00");
    Answer other = post(support(), path(order), amount("6.00"), "Idempotency-Key", "r-1");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void findsTheUnitsOfARepeatedRequest() {
    OrderId order = paid();
    String one = "{\"lines\":[{\"productId\":4,\"quantity\":1}],\"reason\":\"Torn\"}";

    post(support(), path(order), one, "Idempotency-Key", "r-1");

    assertThat(post(support(), path(order), one, "Idempotency-Key", "r-1").status()).isEqualTo(200);
    assertThat(
            post(support(), path(order), one.replace(":1}", ":2}"), "Idempotency-Key", "r-1")
                .status())
        .isEqualTo(422);
  }

  @Test
  void refusesUnitsThatNoIntegerCounts() {
    OrderId order = paid();

    Answer refused =
        ask(
            order,
            "{\"lines\":[{\"productId\":4,\"quantity\":2147483647},{\"productId\":4,\"quantity\":2147483647}],\"reason\":\"Torn\"}");

    assertThat(refused.code()).isEqualTo("REFUND_EXCEEDS_LINE");
  }

  @Test
  void asksOnlyForTheRestWhenTheOrderIsCancelledAfterwards() {
    OrderId order = paid();
    ask(order, amount("40.00"));

    assertThat(cancel(customer(), order).status()).isEqualTo(200);

    assertThat(asked(order)).isEqualByComparingTo(CART_TOTAL);
    assertThat(status(order)).isEqualTo("REFUND_PENDING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"amount\":5.00}",
        "{\"amount\":5.00,\"reason\":\" \"}",
        "{\"amount\":0,\"reason\":\"x\"}",
        "{\"amount\":-1,\"reason\":\"x\"}",
        "{\"amount\":1.001,\"reason\":\"x\"}",
        "{\"lines\":[],\"reason\":\"x\"}",
        "{\"lines\":[null],\"reason\":\"x\"}",
        "{\"lines\":[{\"productId\":4,\"quantity\":0}],\"reason\":\"x\"}",
        "{\"lines\":[{\"productId\":4,\"quantity\":1}],\"amount\":5,\"reason\":\"x\"}",
        "{\"kind\":\"LINES\",\"amount\":5,\"reason\":\"x\"}",
        "{\"amount\":5,\"restock\":true,\"reason\":\"x\"}",
        "{\"kind\":\"FULL\",\"amount\":5,\"reason\":\"x\"}"
      })
  void refusesWhatIsIncomplete(String body) {
    OrderId order = paid();
    long before = rows();

    assertThat(ask(order, body).status()).isEqualTo(400);

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void refusesUnitsThatWereNeverOrdered() {
    OrderId order = paid();

    assertThat(
            ask(order, "{\"lines\":[{\"productId\":999,\"quantity\":1}],\"reason\":\"x\"}")
                .status())
        .isEqualTo(422);
  }

  @Test
  void refusesOrdersThatAreNotPaid() {
    OrderId order = placed();

    Answer answer = ask(order, amount("5.00"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("ORDER_NOT_REFUNDABLE");
    assertThat(post(support(), "/orders/999999/refunds", amount("5.00")).status()).isEqualTo(404);
  }

  @Test
  void isForTheStaffAlone() {
    OrderId order = paid();

    assertThat(post(customer(), path(order), amount("5.00")).status()).isEqualTo(403);
    assertThat(post(null, path(order), amount("5.00")).status()).isEqualTo(401);
    assertThat(post(admin(), path(order), amount("5.00")).status()).isEqualTo(201);
  }

  private Answer ask(OrderId order, String body) {
    return post(support(), path(order), body);
  }

  private static String path(OrderId order) {
    return "/orders/" + order + "/refunds";
  }

  private static String amount(String amount) {
    return "{\"amount\":%s,\"reason\":\"A scratch\"}".formatted(amount);
  }

  private BigDecimal asked(OrderId order) {
    return jdbc.sql("select sum(amount) from refunds where order_id = ?")
        .param(order.value())
        .query(BigDecimal.class)
        .single();
  }

  private RefundRequest started(OrderId order) {
    return await().until(() -> ENGINE.refundsOf(order), started -> !started.isEmpty()).getFirst();
  }
}
