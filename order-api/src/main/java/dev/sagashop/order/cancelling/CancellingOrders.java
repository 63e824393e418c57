package dev.sagashop.order.cancelling;

import static dev.sagashop.activities.order.CancelReason.CANCELLED_ON_REQUEST;

import dev.sagashop.activities.OrderId;
import dev.sagashop.order.book.Entry;
import dev.sagashop.order.book.NewRefund;
import dev.sagashop.order.book.Order;
import dev.sagashop.order.book.OrderBook;
import dev.sagashop.order.book.OrderEvents;
import dev.sagashop.order.book.OrderNotFound;
import dev.sagashop.order.book.Refund;
import dev.sagashop.order.book.RefundBook;
import dev.sagashop.order.book.RefundKind;
import dev.sagashop.order.saga.SagaStarter;
import dev.sagashop.platform.web.CurrentUser;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cancels in one transaction under the row lock, whether the engine of the sagas is up or not. What
 * follows the commit only spares time.
 */
@Component
class CancellingOrders {

  private final TransactionTemplate transactions;
  private final OrderBook orders;
  private final RefundBook refunds;
  private final OrderEvents events;
  private final SagaStarter sagas;

  CancellingOrders(
      TransactionTemplate transactions,
      OrderBook orders,
      RefundBook refunds,
      OrderEvents events,
      SagaStarter sagas) {
    this.transactions = transactions;
    this.orders = orders;
    this.refunds = refunds;
    this.events = events;
    this.sagas = sagas;
  }

  private sealed interface Cancelled {
    record Ended(OrderId orderId) implements Cancelled {}

    record AwaitsRefund(Refund refund, Order order) implements Cancelled {}
  }

  void cancel(long number, CurrentUser user) {
    if (number <= 0) {
      throw new OrderNotFound(number);
    }
    Cancelled cancelled =
        Objects.requireNonNull(
            transactions.execute(_ -> cancelUnderLock(new OrderId(number), user)));
    switch (cancelled) {
      case Cancelled.Ended ended -> sagas.cancellationSoon(ended.orderId());
      case Cancelled.AwaitsRefund awaits -> sagas.refundSoon(awaits.refund(), awaits.order());
    }
  }

  private Cancelled cancelUnderLock(OrderId orderId, CurrentUser user) {
    Order order = orders.lock(orderId).orElseThrow(() -> new OrderNotFound(orderId.value()));
    boolean owner = order.userId() == user.userId();
    if (!owner && !user.isAdmin() && !user.hasRole("ROLE_SUPPORT")) {
      throw new NotAllowedToCancel();
    }
    String explanation =
        owner ? "Cancelled by the customer." : "Cancelled by the staff of the shop.";
    Entry entry = new Entry("user " + user.userId(), "cancelled", explanation);
    return switch (order.status()) {
      case CREATED, PLACED, PAYMENT_PENDING -> end(order, explanation, entry);
      case PAID -> awaitRefund(order, explanation, entry);
      case CANCELLED ->
          throw refusal("ORDER_ALREADY_CANCELLED", order, "it cannot be cancelled again");
      case REFUND_PENDING ->
          throw refusal("REFUND_IN_PROGRESS", order, "its money is on its way back");
      case REFUND_FAILED ->
          throw refusal("REFUND_FAILED", order, "have its refund tried again by the support");
      case DELIVERED -> throw refusal("ORDER_DELIVERED", order, "it cannot be cancelled any more");
    };
  }

  private Cancelled end(Order order, String explanation, Entry entry) {
    orders.cancel(order, CANCELLED_ON_REQUEST.name(), explanation, entry);
    events.cancelled(order.id());
    return new Cancelled.Ended(order.id());
  }

  private Cancelled awaitRefund(Order order, String explanation, Entry entry) {
    orders.awaitRefund(order, CANCELLED_ON_REQUEST.name(), explanation, entry);
    Refund refund =
        refunds.request(
            order,
            NewRefund.whole(
                RefundKind.FULL,
                refunds.refundable(order),
                Objects.requireNonNull(order.transactionId()),
                entry.actor()));
    events.cancelled(order.id());
    events.refundRequested(order.id());
    return new Cancelled.AwaitsRefund(refund, order);
  }

  private static NotCancellable refusal(String code, Order order, String hint) {
    return new NotCancellable(code, order.id(), order.status(), hint);
  }
}
