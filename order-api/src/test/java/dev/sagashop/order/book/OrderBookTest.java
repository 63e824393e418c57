package dev.sagashop.order.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.order.OrderApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class OrderBookTest extends OrderApiTest {

  private final OrderBook orders;
  private final RefundBook refunds;

  @Autowired
  OrderBookTest(JdbcClient jdbc, OrderActivities activities, OrderBook orders, RefundBook refunds) {
    super(jdbc, activities);
    this.orders = orders;
    this.refunds = refunds;
  }

  @Test
  void refusesATransitionThatTheTableDoesNotAllow() {
    Order order = orders.lockExisting(placed());

    assertThatThrownBy(() -> orders.refundFailed(order, Entry.of("test", "refund refused")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is CREATED and cannot become REFUND_FAILED");
  }

  @Test
  void refusesAChangeByACallerWhoDidNotLockTheRow() {
    Order stale = orders.lockExisting(placed());
    cancel(customer(), stale.id());

    assertThatThrownBy(() -> orders.markPaid(stale, "payment", Entry.of("test", "paid")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is not CREATED any more");
    assertThat(status(stale.id())).isEqualTo("CANCELLED");
  }

  @Test
  void letsNobodyRewriteTheTimeline() {
    OrderId order = placed();

    for (String rewriting :
        new String[] {
          "update order_timeline set actor = 'nobody' where order_id = " + order,
          "delete from order_timeline where order_id = " + order,
          "truncate order_timeline"
        }) {
      assertThatThrownBy(() -> jdbc.sql(rewriting).update())
          .hasMessageContaining("the timeline is append-only");
    }
  }

  @Test
  void givesAnOrderAtMostOneFullRefund() {
    Order order = orders.lockExisting(paid());
    NewRefund full = NewRefund.whole(RefundKind.FULL, Money.of("1.00"), "payment", "test");
    refunds.request(order, full);

    assertThatThrownBy(() -> refunds.request(order, full))
        .hasMessageContaining("one_full_refund_for_an_order");
  }
}
