package dev.sagashop.order.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.order.AwaitPayment;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.activities.order.RequestRefund;
import dev.sagashop.order.OrderApiTest;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SagaSweepTest extends OrderApiTest {

  @Autowired
  SagaSweepTest(JdbcClient jdbc, OrderActivities activities) {
    super(jdbc, activities);
  }

  @Test
  void startsLaterWhatCouldNotBeStartedWhenItWasPlaced() {
    ENGINE.goDown();
    OrderId order = placed();
    Awaitility.await().until(() -> attempts(order) >= 2);
    assertThat(ENGINE.checkoutsOf(order)).isEmpty();
    assertThat(status(order)).isEqualTo("CREATED");

    ENGINE.comeBack();

    Awaitility.await().until(() -> !ENGINE.checkoutsOf(order).isEmpty());
    assertThat(ENGINE.checkoutsOf(order).getFirst().total()).isEqualTo(Money.of(CART_TOTAL));
    assertThat(ENGINE.checkoutsOf(order).getFirst().lines()).hasSize(2);
  }

  @Test
  void leavesAStartedSagaInPeaceForAWhile() {
    ENGINE.goDown();
    OrderId order = placed();
    due(order);
    ENGINE.comeBack();
    Awaitility.await().until(() -> !ENGINE.checkoutsOf(order).isEmpty());

    Awaitility.await()
        .until(
            () ->
                jdbc.sql("select next_start_at > now() + interval '30 s' from orders where id = ?")
                    .param(order.value())
                    .query(Boolean.class)
                    .single());
  }

  @Test
  void leavesOrdersAloneThatHaveGoneOn() {
    ENGINE.goDown();
    OrderId order = placed();
    activities.awaitPayment(new AwaitPayment(order, Instant.now().plusSeconds(900)));
    OrderId cancelled = placed();
    cancel(customer(), cancelled);
    due(order);
    due(cancelled);
    OrderId last = placed();
    due(last);

    ENGINE.comeBack();

    Awaitility.await().until(() -> !ENGINE.checkoutsOf(last).isEmpty());
    assertThat(ENGINE.checkoutsOf(order)).isEmpty();
    assertThat(ENGINE.checkoutsOf(cancelled)).isEmpty();
  }

  @Test
  void startsTheRefundOfALateChargeWithoutReturningStock() {
    OrderId order = placed();
    cancel(customer(), order);
    ENGINE.goDown();
    RefundId refund =
        activities
            .requestRefund(new RequestRefund(order, "payment-of-" + order, Money.of(CART_TOTAL)))
            .refundId();
    ENGINE.comeBack();

    Awaitility.await().until(() -> !ENGINE.refundsOf(order).isEmpty());

    assertThat(ENGINE.refundsOf(order).getFirst().refundId()).isEqualTo(refund);
    assertThat(ENGINE.refundsOf(order).getFirst().returnStock()).isFalse();
  }

  private int attempts(OrderId order) {
    return jdbc.sql("select start_attempts from orders where id = ?")
        .param(order.value())
        .query(Integer.class)
        .single();
  }

  private void due(OrderId order) {
    jdbc.sql("update orders set next_start_at = now() where id = ?").param(order.value()).update();
  }
}
