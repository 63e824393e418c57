package dev.sagashop.activities.order;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * The order's own bookkeeping. Each step is judged by recorded facts ({@code paid_at}, {@code
 * cancelled_at}), never by the current status alone, because a step may run twice: local activities
 * and workflow tasks do.
 */
@ActivityInterface
public interface OrderActivities {

  /** {@code CREATED} to {@code PAYMENT_PENDING}: the stock is held until the deadline. */
  @ActivityMethod
  StepAnswer awaitPayment(AwaitPayment request);

  /** {@code PAYMENT_PENDING} to {@code PAID}. */
  @ActivityMethod
  StepAnswer markPaid(MarkPaid request);

  /**
   * Ends an unpaid order as {@code CANCELLED}. The first reason stays: an order that its customer
   * had cancelled keeps that.
   */
  @ActivityMethod
  CancelAnswer cancelOrder(CancelOrder request);

  /**
   * Writes the refund row for money that was taken for an order which ended unpaid. One row for
   * each order, however often it is asked.
   */
  @ActivityMethod
  RefundRequested requestRefund(RequestRefund request);

  /**
   * The money of a refund is back. An order that waits for its money is closed as {@code CANCELLED}
   * once all of it is.
   */
  @ActivityMethod
  StepAnswer completeRefund(CompleteRefund request);

  /** The payment provider refused: an order that waits for this refund is {@code REFUND_FAILED}. */
  @ActivityMethod
  StepAnswer failRefund(FailRefund request);

  /**
   * A person asked to try a refused refund again: a full refund goes back to {@code
   * REFUND_PENDING}, with a new {@code refund-requested}. Once for each attempt.
   */
  @ActivityMethod
  StepAnswer reopenRefund(ReopenRefund request);

  /**
   * A person sent the money of a refused refund back on another way. The refund is under way again
   * until the payments have recorded it. Once for each attempt.
   */
  @ActivityMethod
  StepAnswer resolveRefund(ResolveRefund request);

  /** Adds what a saga did to the timeline, once for each key. */
  @ActivityMethod
  StepAnswer note(NoteStep request);
}
