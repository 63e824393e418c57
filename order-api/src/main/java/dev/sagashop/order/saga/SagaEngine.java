package dev.sagashop.order.saga;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.workflows.checkout.CheckoutRequest;
import dev.sagashop.workflows.refund.DecisionAccepted;
import dev.sagashop.workflows.refund.RefundRequest;
import dev.sagashop.workflows.refund.ResolveManually;
import dev.sagashop.workflows.refund.RetryRefund;

/**
 * Runs sagas. A saga that was started before counts as started: the business number is its id.
 *
 * <p>Every method throws {@link SagaEngineFailure} if the engine could not take the call; the rows
 * of orders and refunds remain, so that the sweep repeats it.
 */
public interface SagaEngine {

  void startCheckout(CheckoutRequest request);

  void startRefund(RefundRequest request, long customerId);

  /**
   * Has a refused refund tried again.
   *
   * @param decisionId the same one is taken once
   * @throws DecisionRefused if the refund does not wait for this decision
   * @throws SagaNotRunning if nothing runs that could take it
   */
  DecisionAccepted retryRefund(RefundId refundId, String decisionId, RetryRefund decision);

  /**
   * Records that the money of a refused refund went back on another way.
   *
   * @param decisionId the same one is taken once
   * @throws DecisionRefused if the refund does not wait for this decision
   * @throws SagaNotRunning if nothing runs that could take it
   */
  DecisionAccepted resolveRefund(RefundId refundId, String decisionId, ResolveManually decision);

  /** Tells a running checkout that its order was cancelled. One that does not run needs no word. */
  void tellCancelled(OrderId orderId);
}
