package dev.sagashop.order;

import dev.sagashop.activities.OrderId;
import dev.sagashop.order.saga.SagaEngine;
import dev.sagashop.order.saga.SagaEngineFailure;
import dev.sagashop.workflows.checkout.CheckoutRequest;
import dev.sagashop.workflows.refund.RefundRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was asked to start, and can be down. */
public final class RecordingSagaEngine implements SagaEngine {

  private final List<CheckoutRequest> checkouts = new CopyOnWriteArrayList<>();
  private final List<RefundRequest> refunds = new CopyOnWriteArrayList<>();
  private final List<OrderId> cancelled = new CopyOnWriteArrayList<>();
  private volatile boolean down;

  public void reset() {
    down = false;
    checkouts.clear();
    refunds.clear();
    cancelled.clear();
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
