package dev.sagashop.workflows.checkout;

import dev.sagashop.workflows.Saga;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Drives one order to its end. Its id is {@code checkout-{orderId}}. */
@WorkflowInterface
public interface CheckoutWorkflow extends Saga {

  @WorkflowMethod
  CheckoutOutcome checkout(CheckoutRequest request);

  /**
   * The order was cancelled in the order's own book. The signal only spares the saga the way to its
   * next step: a lost one changes nothing but the time.
   */
  @SignalMethod
  void cancelRequested();
}
