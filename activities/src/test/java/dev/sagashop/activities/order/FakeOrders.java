package dev.sagashop.activities.order;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A book of orders in memory. It passes the same contract kit as the real one. */
public final class FakeOrders implements OrderActivities {

  private enum Status {
    CREATED,
    PAYMENT_PENDING,
    PAID,
    REFUND_PENDING,
    REFUND_FAILED,
    CANCELLED
  }

  private enum RefundStatus {
    REQUESTED,
    SUCCEEDED,
    FAILED
  }

  private static final class Order {
    private final Money total;
    private final List<String> topics = new ArrayList<>(List.of("order-created"));
    private Status status = Status.CREATED;
    private boolean paid;
    private @Nullable CancelReason cancelReason;
    private @Nullable Instant expiresAt;

    private Order(Money total) {
      this.total = total;
    }

    private boolean cancelledUnpaid() {
      return status == Status.CANCELLED && !paid;
    }
  }

  private static final class Refund {
    private final OrderId orderId;
    private final Money amount;
    private final boolean full;
    private RefundStatus status = RefundStatus.REQUESTED;
    private int attempt = 1;

    private Refund(OrderId orderId, Money amount, boolean full) {
      this.orderId = orderId;
      this.amount = amount;
      this.full = full;
    }
  }

  private final Map<OrderId, Order> orders = new LinkedHashMap<>();
  private final Map<RefundId, Refund> refunds = new LinkedHashMap<>();

  /** A new order with a total of one unit of money. */
  public synchronized void place(OrderId orderId) {
    place(orderId, Money.of("1.00"));
  }

  public synchronized void place(OrderId orderId, Money total) {
    if (orders.putIfAbsent(orderId, new Order(total)) != null) {
      throw new IllegalStateException("order " + orderId + " exists, expected a new number");
    }
  }

  /** What a customer's request does in one transaction: an unpaid order ends, a paid one waits. */
  public synchronized void cancelByCustomer(OrderId orderId) {
    Order order = order(orderId);
    switch (order.status) {
      case CREATED, PAYMENT_PENDING -> {
        order.status = Status.CANCELLED;
        order.cancelReason = CancelReason.CANCELLED_ON_REQUEST;
        order.topics.add("order-cancelled");
      }
      case PAID -> {
        order.status = Status.REFUND_PENDING;
        order.cancelReason = CancelReason.CANCELLED_ON_REQUEST;
        order.topics.addAll(List.of("order-cancelled", "refund-requested"));
        addRefund(orderId, order.total, true);
      }
      case REFUND_PENDING, REFUND_FAILED, CANCELLED ->
          throw new IllegalStateException(
              "order %s is %s, expected one that can be cancelled"
                  .formatted(orderId, order.status));
    }
  }

  public synchronized String status(OrderId orderId) {
    return order(orderId).status.name();
  }

  public synchronized @Nullable String cancelReason(OrderId orderId) {
    CancelReason reason = order(orderId).cancelReason;
    return reason == null ? null : reason.name();
  }

  public synchronized @Nullable Instant expiresAt(OrderId orderId) {
    return order(orderId).expiresAt;
  }

  /** All refunds of the order, oldest first. */
  public synchronized List<RefundId> refundsOf(OrderId orderId) {
    return refunds.entrySet().stream()
        .filter(entry -> entry.getValue().orderId.equals(orderId))
        .map(Map.Entry::getKey)
        .toList();
  }

  public synchronized String refundStatus(RefundId refundId) {
    return refund(refundId).status.name();
  }

  public synchronized Money refundAmount(RefundId refundId) {
    return refund(refundId).amount;
  }

  /** Topics of the order's events, in the order in which they happened. */
  public synchronized List<String> topics(OrderId orderId) {
    return List.copyOf(order(orderId).topics);
  }

  @Override
  public synchronized StepAnswer awaitPayment(AwaitPayment request) {
    Order order = order(request.orderId());
    if (order.cancelledUnpaid()) {
      return StepAnswer.CANCELLED_BEFORE;
    }
    if (!order.paid) {
      order.status = Status.PAYMENT_PENDING;
      order.expiresAt = request.expiresAt();
    }
    return StepAnswer.DONE;
  }

  @Override
  public synchronized StepAnswer markPaid(MarkPaid request) {
    Order order = order(request.orderId());
    if (order.cancelledUnpaid()) {
      return StepAnswer.CANCELLED_BEFORE;
    }
    if (!order.paid) {
      order.paid = true;
      order.status = Status.PAID;
    }
    return StepAnswer.DONE;
  }

  @Override
  public synchronized CancelAnswer cancelOrder(CancelOrder request) {
    Order order = order(request.orderId());
    if (order.paid) {
      return CancelAnswer.PAID_BEFORE;
    }
    if (order.status != Status.CANCELLED) {
      order.status = Status.CANCELLED;
      order.cancelReason = request.reason();
      if (request.reason() == CancelReason.CANCELLED_ON_REQUEST) {
        order.topics.add("order-cancelled");
      }
    }
    return CancelAnswer.CANCELLED;
  }

  @Override
  public synchronized RefundRequested requestRefund(RequestRefund request) {
    if (!order(request.orderId()).cancelledUnpaid()) {
      throw new IllegalStateException(
          "order %s is %s, expected one that was cancelled unpaid"
              .formatted(request.orderId(), status(request.orderId())));
    }
    List<RefundId> before = refundsOf(request.orderId());
    return new RefundRequested(
        before.isEmpty()
            ? addRefund(request.orderId(), request.amount(), false)
            : before.getFirst());
  }

  @Override
  public synchronized StepAnswer completeRefund(CompleteRefund request) {
    Refund refund = refund(request.refundId());
    refund.status = RefundStatus.SUCCEEDED;
    if (refund.full) {
      order(refund.orderId).status = Status.CANCELLED;
    }
    return StepAnswer.DONE;
  }

  @Override
  public synchronized StepAnswer failRefund(FailRefund request) {
    Refund refund = refund(request.refundId());
    boolean news =
        switch (refund.status) {
          case REQUESTED -> request.attempt() >= refund.attempt;
          case FAILED -> request.attempt() > refund.attempt;
          case SUCCEEDED -> false;
        };
    if (news) {
      refund.status = RefundStatus.FAILED;
      refund.attempt = request.attempt();
      if (refund.full) {
        order(refund.orderId).status = Status.REFUND_FAILED;
      }
    }
    return StepAnswer.DONE;
  }

  @Override
  public synchronized StepAnswer reopenRefund(ReopenRefund request) {
    Refund refund = refund(request.refundId());
    if (refund.status == RefundStatus.FAILED && request.attempt() > refund.attempt) {
      refund.status = RefundStatus.REQUESTED;
      refund.attempt = request.attempt();
      if (refund.full) {
        Order order = order(refund.orderId);
        order.status = Status.REFUND_PENDING;
        order.topics.add("refund-requested");
      }
    }
    return StepAnswer.DONE;
  }

  private RefundId addRefund(OrderId orderId, Money amount, boolean full) {
    RefundId refundId = new RefundId(refunds.size() + 1L);
    refunds.put(refundId, new Refund(orderId, amount, full));
    return refundId;
  }

  private Order order(OrderId orderId) {
    Order order = orders.get(orderId);
    if (order == null) {
      throw new IllegalStateException("order " + orderId + " does not exist");
    }
    return order;
  }

  private Refund refund(RefundId refundId) {
    Refund refund = refunds.get(refundId);
    if (refund == null) {
      throw new IllegalStateException("refund " + refundId + " does not exist");
    }
    return refund;
  }
}
