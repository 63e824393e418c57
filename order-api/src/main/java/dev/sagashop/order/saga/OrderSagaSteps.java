package dev.sagashop.order.saga;

import dev.sagashop.activities.order.AwaitPayment;
import dev.sagashop.activities.order.CancelAnswer;
import dev.sagashop.activities.order.CancelOrder;
import dev.sagashop.activities.order.CancelReason;
import dev.sagashop.activities.order.CompleteRefund;
import dev.sagashop.activities.order.FailRefund;
import dev.sagashop.activities.order.MarkPaid;
import dev.sagashop.activities.order.NoteStep;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.activities.order.RefundRequested;
import dev.sagashop.activities.order.ReopenRefund;
import dev.sagashop.activities.order.RequestRefund;
import dev.sagashop.activities.order.ResolveRefund;
import dev.sagashop.activities.order.StepAnswer;
import dev.sagashop.order.book.Entry;
import dev.sagashop.order.book.Order;
import dev.sagashop.order.book.OrderBook;
import dev.sagashop.order.book.OrderEvents;
import dev.sagashop.order.book.OrderStatus;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The entries of a saga in the order's book. Each is one transaction under the row lock, judged by
 * what is recorded: whether the order was paid, whether it was cancelled.
 */
@Component("orderActivities")
final class OrderSagaSteps implements OrderActivities {

  private static final String ACTOR = "checkout";

  private final TransactionTemplate transactions;
  private final OrderBook orders;
  private final OrderEvents events;
  private final RefundSteps refunds;

  OrderSagaSteps(
      TransactionTemplate transactions, OrderBook orders, OrderEvents events, RefundSteps refunds) {
    this.transactions = transactions;
    this.orders = orders;
    this.events = events;
    this.refunds = refunds;
  }

  @Override
  public StepAnswer awaitPayment(AwaitPayment request) {
    return inTransaction(
        () -> {
          Order order = orders.lockExisting(request.orderId());
          if (order.wasCancelledUnpaid()) {
            return StepAnswer.CANCELLED_BEFORE;
          }
          if (order.status() == OrderStatus.PAYMENT_PENDING) {
            orders.postponeExpiry(order, request.expiresAt());
          } else if (!order.wasPaid()) {
            orders.awaitPayment(
                order, request.expiresAt(), Entry.of(ACTOR, "stock reserved, payment awaited"));
          }
          return StepAnswer.DONE;
        });
  }

  @Override
  public StepAnswer markPaid(MarkPaid request) {
    return inTransaction(
        () -> {
          Order order = orders.lockExisting(request.orderId());
          if (order.wasCancelledUnpaid()) {
            return StepAnswer.CANCELLED_BEFORE;
          }
          if (!order.wasPaid()) {
            orders.markPaid(
                order,
                request.transactionId(),
                new Entry(ACTOR, "paid", "Payment " + request.transactionId()));
          }
          return StepAnswer.DONE;
        });
  }

  @Override
  public CancelAnswer cancelOrder(CancelOrder request) {
    return inTransaction(
        () -> {
          Order order = orders.lockExisting(request.orderId());
          if (order.wasPaid()) {
            return CancelAnswer.PAID_BEFORE;
          }
          if (!order.cancelled()) {
            orders.cancel(
                order,
                request.reason().name(),
                request.explanation(),
                new Entry(ACTOR, "cancelled", request.explanation()));
            if (request.reason() == CancelReason.CANCELLED_ON_REQUEST) {
              events.cancelled(order.id());
            }
          }
          return CancelAnswer.CANCELLED;
        });
  }

  @Override
  public RefundRequested requestRefund(RequestRefund request) {
    return refunds.requestForLateCharge(request);
  }

  @Override
  public StepAnswer completeRefund(CompleteRefund request) {
    refunds.complete(request);
    return StepAnswer.DONE;
  }

  @Override
  public StepAnswer failRefund(FailRefund request) {
    refunds.fail(request);
    return StepAnswer.DONE;
  }

  @Override
  public StepAnswer reopenRefund(ReopenRefund request) {
    refunds.reopen(request);
    return StepAnswer.DONE;
  }

  @Override
  public StepAnswer resolveRefund(ResolveRefund request) {
    refunds.resolve(request);
    return StepAnswer.DONE;
  }

  @Override
  public StepAnswer note(NoteStep request) {
    return inTransaction(
        () -> {
          orders.noteOnce(
              orders.lockExisting(request.orderId()),
              request.key(),
              new Entry(request.actor(), request.what(), request.why()));
          return StepAnswer.DONE;
        });
  }

  private <T> T inTransaction(Supplier<T> step) {
    return Objects.requireNonNull(transactions.execute(_ -> step.get()));
  }
}
