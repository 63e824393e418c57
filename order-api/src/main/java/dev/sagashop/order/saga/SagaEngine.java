package dev.sagashop.order.saga;

import dev.sagashop.activities.OrderId;
import dev.sagashop.workflows.checkout.CheckoutRequest;
import dev.sagashop.workflows.refund.RefundRequest;

/**
 * Runs sagas. A saga that was started before counts as started: the business number is its id.
 *
 * <p>Every method throws {@link SagaEngineFailure} if the engine could not take the call; the rows
 * of orders and refunds remain, so that the sweep repeats it.
 */
public interface SagaEngine {

  void startCheckout(CheckoutRequest request);

  void startRefund(RefundRequest request, long customerId);

  /** Tells a running checkout that its order was cancelled. One that does not run needs no word. */
  void tellCancelled(OrderId orderId);
}
