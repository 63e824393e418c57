package dev.sagashop.order.saga;

import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.order.CompleteRefund;
import dev.sagashop.activities.order.Decision;
import dev.sagashop.activities.order.FailRefund;
import dev.sagashop.activities.order.RefundRequested;
import dev.sagashop.activities.order.ReopenRefund;
import dev.sagashop.activities.order.RequestRefund;
import dev.sagashop.activities.order.ResolveRefund;
import dev.sagashop.order.book.Entry;
import dev.sagashop.order.book.NewRefund;
import dev.sagashop.order.book.Order;
import dev.sagashop.order.book.OrderBook;
import dev.sagashop.order.book.OrderEvents;
import dev.sagashop.order.book.OrderStatus;
import dev.sagashop.order.book.Refund;
import dev.sagashop.order.book.RefundBook;
import dev.sagashop.order.book.RefundDecision;
import dev.sagashop.order.book.RefundKind;
import dev.sagashop.order.book.RefundStatus;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The entries about refunds. A full refund moves its order along; any other leaves the order as it
 * is, unless it was the last money that the order waited for.
 */
@Component
final class RefundSteps {

  private static final String ACTOR = "refund";

  private final TransactionTemplate transactions;
  private final OrderBook orders;
  private final RefundBook refunds;
  private final OrderEvents events;
  private final SagaStarter starter;

  RefundSteps(
      TransactionTemplate transactions,
      OrderBook orders,
      RefundBook refunds,
      OrderEvents events,
      SagaStarter starter) {
    this.transactions = transactions;
    this.orders = orders;
    this.refunds = refunds;
    this.events = events;
    this.starter = starter;
  }

  private record Requested(Refund refund, Order order) {}

  /** The order was never paid as far as its book says, so that no event tells of this refund. */
  RefundRequested requestForLateCharge(RequestRefund request) {
    Requested requested =
        Objects.requireNonNull(transactions.execute(_ -> requestUnderLock(request)));
    starter.refundSoon(requested.refund(), requested.order());
    return new RefundRequested(requested.refund().id());
  }

  private Requested requestUnderLock(RequestRefund request) {
    Order order = orders.lockExisting(request.orderId());
    if (!order.wasCancelledUnpaid()) {
      throw new IllegalStateException(
          "order %s is %s, expected one that was cancelled unpaid: its charge is no late one"
              .formatted(order.id(), order.status()));
    }
    Optional<Refund> before = refunds.ofOrder(order, RefundKind.LATE_CHARGE);
    if (before.isPresent()) {
      return new Requested(before.get(), order);
    }
    Refund refund =
        refunds.request(
            order,
            NewRefund.whole(
                RefundKind.LATE_CHARGE, request.amount(), request.transactionId(), "checkout"));
    orders.note(
        order,
        new Entry(
            "checkout",
            "refund requested",
            "%s was charged after the order had ended".formatted(request.amount())));
    return new Requested(refund, order);
  }

  void complete(CompleteRefund request) {
    underLock(
        request.refundId(),
        (order, refund) -> {
          if (refund.status() == RefundStatus.SUCCEEDED) {
            return;
          }
          refunds.succeed(refund);
          Entry entry = new Entry(ACTOR, "refunded", refund.amount().toString());
          if (waitsForItsMoney(order) && refunds.isAllBack(order)) {
            orders.closeRefunded(order, entry);
          } else {
            orders.note(order, entry);
          }
          if (refund.kind().isPartial()) {
            events.partialRefund(refund, RefundStatus.SUCCEEDED, refund.attempt(), null);
          }
        });
  }

  void fail(FailRefund request) {
    underLock(
        request.refundId(),
        (order, refund) -> {
          if (!isNews(refund, request.attempt())) {
            return;
          }
          refunds.fail(refund, request.attempt(), request.reason());
          Entry entry =
              new Entry(
                  ACTOR,
                  "refund refused",
                  "Attempt %d: %s".formatted(request.attempt(), request.reason()));
          if (refund.kind() == RefundKind.FULL && order.status() == OrderStatus.REFUND_PENDING) {
            orders.refundFailed(order, entry);
          } else {
            orders.note(order, entry);
          }
          if (refund.kind().isPartial()) {
            events.partialRefund(refund, RefundStatus.FAILED, request.attempt(), request.reason());
          }
        });
  }

  void reopen(ReopenRefund request) {
    underLock(
        request.refundId(),
        (order, refund) -> {
          if (refund.status() != RefundStatus.FAILED || request.attempt() <= refund.attempt()) {
            return;
          }
          Decision decision = request.decision();
          refunds.reopen(refund, taken(decision, request.attempt(), null));
          Entry entry = new Entry(decision.by(), "refund opened again", decision.reason());
          switch (refund.kind()) {
            case FULL -> {
              orders.reopenRefund(order, entry);
              events.refundRequested(order.id());
            }
            case LATE_CHARGE -> orders.note(order, entry);
            case LINES, AMOUNT, GOODWILL -> {
              orders.note(order, entry);
              events.partialRefund(refund, RefundStatus.REQUESTED, request.attempt(), null);
            }
          }
        });
  }

  void resolve(ResolveRefund request) {
    underLock(
        request.refundId(),
        (order, refund) -> {
          if (refund.status() != RefundStatus.FAILED || request.attempt() <= refund.attempt()) {
            return;
          }
          Decision decision = request.decision();
          refunds.reopen(refund, taken(decision, request.attempt(), request.reference()));
          orders.note(
              order,
              new Entry(
                  decision.by(),
                  "refund resolved outside",
                  "%s (reference %s)".formatted(decision.reason(), request.reference())));
        });
  }

  private static RefundDecision taken(Decision decision, int attempt, @Nullable String reference) {
    return new RefundDecision(decision.id(), attempt, decision.by(), decision.reason(), reference);
  }

  private static boolean waitsForItsMoney(Order order) {
    return order.status() == OrderStatus.REFUND_PENDING
        || order.status() == OrderStatus.REFUND_FAILED;
  }

  /** A refusal that comes a second time, or after a later attempt, changes nothing. */
  private static boolean isNews(Refund refund, int attempt) {
    return switch (refund.status()) {
      case REQUESTED -> attempt >= refund.attempt();
      case FAILED -> attempt > refund.attempt();
      case SUCCEEDED -> false;
    };
  }

  private void underLock(RefundId refundId, BiConsumer<Order, Refund> change) {
    transactions.executeWithoutResult(
        _ -> {
          Order order = orders.lockExisting(refunds.orderOf(refundId));
          change.accept(order, refunds.lock(refundId));
        });
  }
}
