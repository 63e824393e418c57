package dev.sagashop.activities.payment;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * Money, as the sagas see it. A result is a decision that the ledger has recorded. An outcome that
 * is not known yet is never an answer: it is thrown, and the same key is asked again.
 */
@ActivityInterface
public interface PaymentActivities {

  /**
   * Charges an order once, under the key {@code charge:{orderId}}. A repeat gives the recorded
   * decision.
   *
   * <p>Emits {@code payment-success} or {@code payment-failed} once, with the decision.
   */
  @ActivityMethod
  ChargeAnswer charge(ChargeOrder request);

  /**
   * Fences the charge of an order: after {@link VoidAnswer.Voided} it can never succeed any more,
   * even if it was never seen here. A charge that had already succeeded is not touched, the caller
   * asks for a refund.
   *
   * <p>Emits {@code payment-failed} if a charge was under way.
   */
  @ActivityMethod
  VoidAnswer voidCharge(VoidCharge request);

  /**
   * Sends money of a charge back, under the key {@code refund:{refundId}:{attempt}}. A repeat gives
   * the recorded decision.
   *
   * <p>A refusal emits {@code refund-failed} once for each attempt, unless the refund is partial.
   * The success that completes the refund of a whole order emits {@code refund-success}, even if it
   * was a partial one that came last.
   */
  @ActivityMethod
  RefundAnswer refund(RefundCharge request);

  /**
   * Records money that went back on another way than the provider's, as an attempt of its own. The
   * provider is not asked. Guard, repeat and events are those of {@link #refund}.
   */
  @ActivityMethod
  RefundAnswer recordOutsideRefund(OutsideRefund request);
}
