package dev.sagashop.activities.order;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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

  private enum Kind {
    FULL,
    LATE_CHARGE,
    PART
  }

  private enum RefundStatus {
    REQUESTED,
    SUCCEEDED,
    FAILED
  }

  private static final class Order {
    private final Money total;
    private final Map<String, String> notes = new LinkedHashMap<>();
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
    private final Kind kind;
    private RefundStatus status = RefundStatus.REQUESTED;
    private int attempt = 1;

    private Refund(OrderId orderId, Money amount, Kind kind) {
      this.orderId = orderId;
      this.amount = amount;
      this.kind = kind;
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
        addRefund(orderId, order.total.minus(asked(orderId, _ -> true)), Kind.FULL);
      }
      case REFUND_PENDING, REFUND_FAILED, CANCELLED ->
          throw new IllegalStateException(
              "order %s is %s, expected one that can be cancelled"
                  .formatted(orderId, order.status));
    }
  }

  /** What the staff's request does: a part of the money goes back, the order goes on. */
  public synchronized RefundId requestPart(OrderId orderId, Money amount) {
    Order order = order(orderId);
    if (order.status != Status.PAID
        || amount.isMoreThan(order.total.minus(asked(orderId, _ -> true)))) {
      throw new IllegalStateException(
          "order %s does not allow to give %s back".formatted(orderId, amount));
    }
    order.topics.add("order-refunds");
    return addRefund(orderId, amount, Kind.PART);
  }

  /** What sagas noted about the order, oldest first. */
  public synchronized List<String> notes(OrderId orderId) {
    return List.copyOf(order(orderId).notes.values());
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
            ? addRefund(request.orderId(), request.amount(), Kind.LATE_CHARGE)
            : before.getFirst());
  }

  @Override
  public synchronized StepAnswer completeRefund(CompleteRefund request) {
    Refund refund = refund(request.refundId());
    Order order = order(refund.orderId);
    if (refund.kind == Kind.PART && refund.status != RefundStatus.SUCCEEDED) {
      order.topics.add("order-refunds");
    }
    refund.status = RefundStatus.SUCCEEDED;
    boolean waits = order.status == Status.REFUND_PENDING || order.status == Status.REFUND_FAILED;
    Money back = asked(refund.orderId, other -> other.status == RefundStatus.SUCCEEDED);
    if (waits && back.equals(order.total)) {
      order.status = Status.CANCELLED;
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
      if (refund.kind == Kind.FULL) {
        order(refund.orderId).status = Status.REFUND_FAILED;
      } else if (refund.kind == Kind.PART) {
        order(refund.orderId).topics.add("order-refunds");
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
      Order order = order(refund.orderId);
      switch (refund.kind) {
        case FULL -> {
          order.status = Status.REFUND_PENDING;
          order.topics.add("refund-requested");
        }
        case PART -> order.topics.add("order-refunds");
        case LATE_CHARGE -> {}
      }
    }
    return StepAnswer.DONE;
  }

  @Override
  public synchronized StepAnswer resolveRefund(ResolveRefund request) {
    Refund refund = refund(request.refundId());
    if (refund.status == RefundStatus.FAILED && request.attempt() > refund.attempt) {
      refund.status = RefundStatus.REQUESTED;
      refund.attempt = request.attempt();
    }
    return StepAnswer.DONE;
  }

  @Override
  public synchronized StepAnswer note(NoteStep request) {
    order(request.orderId()).notes.putIfAbsent(request.key(), request.what());
    return StepAnswer.DONE;
  }

  /** What these refunds of a paid order add up to. */
  private Money asked(OrderId orderId, Predicate<Refund> which) {
    return refunds.values().stream()
        .filter(refund -> refund.orderId.equals(orderId))
        .filter(which)
        .map(refund -> refund.amount)
        .reduce(Money.zero(), Money::plus);
  }

  private RefundId addRefund(OrderId orderId, Money amount, Kind kind) {
    RefundId refundId = new RefundId(refunds.size() + 1L);
    refunds.put(refundId, new Refund(orderId, amount, kind));
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
