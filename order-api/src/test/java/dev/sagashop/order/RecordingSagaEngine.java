package dev.sagashop.order;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.order.saga.SagaEngine;
import dev.sagashop.order.saga.SagaEngineFailure;
import dev.sagashop.workflows.checkout.CheckoutRequest;
import dev.sagashop.workflows.refund.DecisionAccepted;
import dev.sagashop.workflows.refund.RefundRequest;
import dev.sagashop.workflows.refund.ResolveManually;
import dev.sagashop.workflows.refund.RetryRefund;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers what it was asked to start, and can be down. */
public final class RecordingSagaEngine implements SagaEngine {

  private final List<CheckoutRequest> checkouts = new CopyOnWriteArrayList<>();
  private final List<RefundRequest> refunds = new CopyOnWriteArrayList<>();
  private final List<OrderId> cancelled = new CopyOnWriteArrayList<>();
  private final Map<String, Object> decisions = new ConcurrentHashMap<>();
  private volatile @Nullable RuntimeException decisionRefusal;
  private volatile boolean down;

  public void reset() {
    down = false;
    checkouts.clear();
    refunds.clear();
    cancelled.clear();
    decisions.clear();
    decisionRefusal = null;
  }

  public void goDown() {
    down = true;
  }

  public void comeBack() {
    down = false;
  }

  public List<CheckoutRequest> checkoutsOf(OrderId orderId) {
    return checkouts.stream().filter(request -> request.orderId().equals(orderId)).toList();
  }

  public List<RefundRequest> refundsOf(OrderId orderId) {
    return refunds.stream().filter(request -> request.orderId().equals(orderId)).toList();
  }

  public List<OrderId> cancelled() {
    return List.copyOf(cancelled);
  }

  @Override
  public void startCheckout(CheckoutRequest request) {
    refuseWhenDown();
    checkouts.add(request);
  }

  @Override
  public void startRefund(RefundRequest request, long customerId) {
    refuseWhenDown();
    refunds.add(request);
  }

  @Override
  public DecisionAccepted retryRefund(RefundId refundId, String decisionId, RetryRefund decision) {
    return take(decisionId, decision);
  }

  @Override
  public DecisionAccepted resolveRefund(
      RefundId refundId, String decisionId, ResolveManually decision) {
    return take(decisionId, decision);
  }

  /** The next decisions meet this; null for none. */
  public void refuseDecisions(@Nullable RuntimeException refusal) {
    decisionRefusal = refusal;
  }

  /** Decisions by their id, as they came. */
  public Map<String, Object> decisions() {
    return Map.copyOf(decisions);
  }

  private DecisionAccepted take(String decisionId, Object decision) {
    refuseWhenDown();
    RuntimeException refusal = decisionRefusal;
    if (refusal != null) {
      throw refusal;
    }
    decisions.put(decisionId, decision);
    return new DecisionAccepted(2);
  }

  @Override
  public void tellCancelled(OrderId orderId) {
    refuseWhenDown();
    cancelled.add(orderId);
  }

  private void refuseWhenDown() {
    if (down) {
      throw new SagaEngineFailure("told to be down", new IllegalStateException("down"));
    }
  }
}
