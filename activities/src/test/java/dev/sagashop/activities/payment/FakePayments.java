package dev.sagashop.activities.payment;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payments in memory, for tests of workflows. It passes the same contract as the real ones, and
 * fails on command. Every method may be called from any thread.
 */
public final class FakePayments implements PaymentActivities {

  /** The steps that can be told to fail. */
  public enum Step {
    CHARGE,
    VOID,
    REFUND
  }

  private record Attempt(RefundId refundId, int attempt) {}

  private final Map<OrderId, ChargeAnswer> decisions = new HashMap<>();
  private final List<ChargeOrder> charges = new ArrayList<>();
  private final Set<OrderId> fences = new HashSet<>();
  private final Map<Attempt, RefundAnswer> refunds = new HashMap<>();
  private final Map<OrderId, Money> refunded = new HashMap<>();
  private final Map<RefundCharge, String> outside = new HashMap<>();
  private final Deque<String> declines = new ArrayDeque<>();
  private final Map<Step, Integer> failuresBefore = new EnumMap<>(Step.class);
  private final Map<Step, Integer> failuresAfter = new EnumMap<>(Step.class);
  private @Nullable String refundRefusal;
  private @Nullable Runnable beforeNextCharge;

  /** The next charge that is not decided yet is declined. Calls add up. */
  public synchronized void declineNext(String reason) {
    declines.add(reason);
  }

  /** From now on every refund is refused. */
  public synchronized void refuseRefunds(String reason) {
    refundRefusal = reason;
  }

  /** Undoes {@link #refuseRefunds}. */
  public synchronized void acceptRefunds() {
    refundRefusal = null;
  }

  /** The next calls of a step throw, and nothing has happened. */
  public synchronized void failNext(Step step, int times) {
    failuresBefore.merge(step, times, Integer::sum);
  }

  /** The next calls of a step throw, after everything has happened. */
  public synchronized void loseNextReplies(Step step, int times) {
    failuresAfter.merge(step, times, Integer::sum);
  }

  /** Runs once, in the next charge and before its decision: what happens while it is under way. */
  public synchronized void beforeNextCharge(Runnable action) {
    beforeNextCharge = action;
  }

  /** What the customer paid for an order, refunds not deducted. */
  public synchronized Money captured(OrderId orderId) {
    return charges.stream()
        .filter(charge -> charge.orderId().equals(orderId))
        .map(ChargeOrder::amount)
        .reduce(Money.zero(), Money::plus);
  }

  /** What went back to the customer of an order, on whatever way. */
  public synchronized Money refunded(OrderId orderId) {
    return refunded.getOrDefault(orderId, Money.zero());
  }

  /** The charges that moved money, in their order. */
  public synchronized List<ChargeOrder> charges() {
    return List.copyOf(charges);
  }

  /** Whether a charge of this order can never succeed any more. */
  public synchronized boolean isFenced(OrderId orderId) {
    return fences.contains(orderId);
  }

  @Override
  public ChargeAnswer charge(ChargeOrder request) {
    runBeforeCharge();
    synchronized (this) {
      failIfTold(failuresBefore, Step.CHARGE);
      ChargeAnswer answer = decisions.computeIfAbsent(request.orderId(), _ -> decide(request));
      failIfTold(failuresAfter, Step.CHARGE);
      return answer;
    }
  }

  /** Without the monitor, so that the action may call this fake from another thread. */
  private void runBeforeCharge() {
    Runnable action;
    synchronized (this) {
      action = beforeNextCharge;
      beforeNextCharge = null;
    }
    if (action != null) {
      action.run();
    }
  }

  private ChargeAnswer decide(ChargeOrder request) {
    if (fences.contains(request.orderId())) {
      return new ChargeAnswer.VoidedBefore();
    }
    String decline = declines.poll();
    if (decline != null) {
      return new ChargeAnswer.Declined(decline);
    }
    charges.add(request);
    return new ChargeAnswer.Charged(UUID.randomUUID().toString());
  }

  @Override
  public synchronized VoidAnswer voidCharge(VoidCharge request) {
    failIfTold(failuresBefore, Step.VOID);
    VoidAnswer answer =
        switch (decisions.get(request.orderId())) {
          case ChargeAnswer.Charged(String transactionId) ->
              new VoidAnswer.AlreadyCharged(transactionId, captured(request.orderId()));
          case ChargeAnswer.Declined _, ChargeAnswer.VoidedBefore _ -> new VoidAnswer.Voided();
          case null -> {
            fences.add(request.orderId());
            yield new VoidAnswer.Voided();
          }
        };
    failIfTold(failuresAfter, Step.VOID);
    return answer;
  }

  @Override
  public synchronized RefundAnswer refund(RefundCharge request) {
    failIfTold(failuresBefore, Step.REFUND);
    RefundAnswer answer =
        refunds.computeIfAbsent(
            new Attempt(request.refundId(), request.attempt()),
            _ -> decide(request, refundRefusal));
    failIfTold(failuresAfter, Step.REFUND);
    return answer;
  }

  @Override
  public synchronized RefundAnswer recordOutsideRefund(OutsideRefund request) {
    failIfTold(failuresBefore, Step.REFUND);
    RefundCharge refund = request.refund();
    boolean wasBack = hasSucceeded(refund.refundId());
    RefundAnswer answer =
        refunds.computeIfAbsent(
            new Attempt(refund.refundId(), refund.attempt()), _ -> decide(refund, null));
    if (answer instanceof RefundAnswer.Refunded && !wasBack) {
      outside.put(refund, request.reference());
    }
    failIfTold(failuresAfter, Step.REFUND);
    return answer;
  }

  /** What went back to the customer of an order by the payment provider. */
  public synchronized Money refundedByProvider(OrderId orderId) {
    return outside.keySet().stream()
        .filter(refund -> refund.orderId().equals(orderId))
        .map(RefundCharge::amount)
        .reduce(refunded(orderId), Money::minus);
  }

  /** What proves the refunds that went another way. */
  public synchronized List<String> outsideReferences() {
    return List.copyOf(outside.values());
  }

  private RefundAnswer decide(RefundCharge request, @Nullable String refusal) {
    if (hasSucceeded(request.refundId())) {
      return new RefundAnswer.Refunded();
    }
    if (!(decisions.get(request.orderId()) instanceof ChargeAnswer.Charged)) {
      return new RefundAnswer.Refused(
          "Payment is not refundable: order %s is not charged".formatted(request.orderId()));
    }
    Money total = refunded(request.orderId()).plus(request.amount());
    Money captured = captured(request.orderId());
    if (total.amount().compareTo(captured.amount()) > 0) {
      return new RefundAnswer.Refused(
          "Refunds of order %s would add up to %s, captured were %s"
              .formatted(request.orderId(), total, captured));
    }
    if (refusal != null && !request.amount().isZero()) {
      return new RefundAnswer.Refused(refusal);
    }
    refunded.put(request.orderId(), total);
    return new RefundAnswer.Refunded();
  }

  private boolean hasSucceeded(RefundId refundId) {
    return refunds.entrySet().stream()
        .anyMatch(
            refund ->
                refund.getKey().refundId().equals(refundId)
                    && refund.getValue() instanceof RefundAnswer.Refunded);
  }

  private static void failIfTold(Map<Step, Integer> failures, Step step) {
    int left = failures.getOrDefault(step, 0);
    if (left > 0) {
      failures.put(step, left - 1);
      throw new IllegalStateException("told to fail: outcome of " + step + " is unknown");
    }
  }
}
