package dev.sagashop.order.cancelling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.order.AwaitPayment;
import dev.sagashop.activities.order.CompleteRefund;
import dev.sagashop.activities.order.FailRefund;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.order.Answer;
import dev.sagashop.order.OrderApiTest;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CancellingOrdersTest extends OrderApiTest {

  @Autowired
  CancellingOrdersTest(JdbcClient jdbc, OrderActivities activities) {
    super(jdbc, activities);
  }

  @Test
  void endsAnUnpaidOrderAtOnceAndTellsItsSaga() {
    OrderId order = placed();

    Answer answer = cancel(customer(), order);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEmpty();
    assertThat(status(order)).isEqualTo("CANCELLED");
    assertThat(topics(order)).containsExactly("order-created", "order-cancelled");
    Awaitility.await().until(() -> ENGINE.cancelled().contains(order));
  }

  @Test
  void endsAnOrderWhosePaymentIsAwaited() {
    OrderId order = placed();
    activities.awaitPayment(new AwaitPayment(order, Instant.now().plusSeconds(900)));

    assertThat(cancel(customer(), order).status()).isEqualTo(200);

    assertThat(status(order)).isEqualTo("CANCELLED");
  }

  @Test
  void endsAnOrderThatAnOlderSystemPlaced() {
    OrderId order = placed();
    jdbc.sql(
            """
            with moved as (update orders set status = 'PLACED' where id = :id returning id)
            insert into order_timeline (order_id, actor, what, from_status, to_status)
            select id, 'older system', 'placed', 'CREATED', 'PLACED' from moved
            """)
        .param("id", order.value())
        .update();

    assertThat(cancel(customer(), order).status()).isEqualTo(200);

    assertThat(status(order)).isEqualTo("CANCELLED");
  }

  @Test
  void sendsTheMoneyOfAPaidOrderBack() {
    OrderId order = paid();

    assertThat(cancel(customer(), order).status()).isEqualTo(200);

    assertThat(status(order)).isEqualTo("REFUND_PENDING");
    assertThat(topics(order))
        .containsExactly("order-created", "order-cancelled", "refund-requested");
    Awaitility.await().until(() -> !ENGINE.refundsOf(order).isEmpty());
    assertThat(ENGINE.refundsOf(order).getFirst().amount()).isEqualTo(Money.of(CART_TOTAL));
    assertThat(ENGINE.refundsOf(order).getFirst().returnStock()).isTrue();
  }

  @Test
  void worksWhileTheEngineOfTheSagasIsDownAndStartsTheRefundLater() {
    OrderId unpaid = placed();
    OrderId paid = paid();
    ENGINE.goDown();

    assertThat(cancel(customer(), unpaid).status()).isEqualTo(200);
    assertThat(cancel(customer(), paid).status()).isEqualTo(200);
    assertThat(status(unpaid)).isEqualTo("CANCELLED");
    assertThat(status(paid)).isEqualTo("REFUND_PENDING");
    assertThat(ENGINE.refundsOf(paid)).isEmpty();

    ENGINE.comeBack();
    Awaitility.await().until(() -> !ENGINE.refundsOf(paid).isEmpty());
  }

  @Test
  void refusesToCancelTwice() {
    OrderId order = placed();
    cancel(customer(), order);

    refuses(order, "ORDER_ALREADY_CANCELLED");
  }

  @Test
  void refusesWhileTheMoneyIsOnItsWayBack() {
    OrderId order = paid();
    cancel(customer(), order);

    refuses(order, "REFUND_IN_PROGRESS");
  }

  @Test
  void refusesWhenTheRefundFailedAndKeepsTheMoneyVisible() {
    OrderId order = paid();
    cancel(customer(), order);
    activities.failRefund(new FailRefund(refundOf(order), 1, "Account closed"));

    refuses(order, "REFUND_FAILED");
    assertThat(status(order)).isEqualTo("REFUND_FAILED");
  }

  @Test
  void refusesAfterTheMoneyIsBack() {
    OrderId order = paid();
    cancel(customer(), order);
    activities.completeRefund(new CompleteRefund(refundOf(order)));

    refuses(order, "ORDER_ALREADY_CANCELLED");
  }

  @Test
  void refusesADeliveredOrder() {
    OrderId order = paid();
    assertThat(post(admin(), "/orders/" + order + "/deliver", "").status()).isEqualTo(200);

    refuses(order, "ORDER_DELIVERED");
  }

  @Test
  void doesNotFindAnOrderThatDoesNotExist() {
    for (String number : new String[] {"99999999", "0", "-1"}) {
      Answer answer = post(customer(), "/orders/" + number + "/cancel", "");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("ORDER_NOT_FOUND");
      assertThat(answer.message()).isEqualTo("Order not found with id: " + number);
    }
    assertThat(post(customer(), "/orders/ninety/cancel", "").status()).isEqualTo(400);
  }

  @Test
  void isForTheOwnerAndTheStaff() {
    OrderId order = placed();

    Answer answer = cancel(stranger(), order);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("error").asString()).isEqualTo("Forbidden");
    assertThat(answer.message()).isEqualTo("You are not allowed to cancel this order");
    assertThat(status(order)).isEqualTo("CREATED");
    assertThat(post(null, "/orders/" + order + "/cancel", "").status()).isEqualTo(401);

    assertThat(cancel(support(), order).status()).isEqualTo(200);
    assertThat(cancel(admin(), placed()).status()).isEqualTo(200);
  }

  private void refuses(OrderId order, String code) {
    long before = rows();
    Answer answer = cancel(customer(), order);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(rows()).isEqualTo(before);
  }

  private RefundId refundOf(OrderId order) {
    return new RefundId(
        jdbc.sql("select id from refunds where order_id = ?")
            .param(order.value())
            .query(Long.class)
            .single());
  }
}
