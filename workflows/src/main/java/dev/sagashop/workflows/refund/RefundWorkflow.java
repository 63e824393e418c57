package dev.sagashop.workflows.refund;

import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Sends the money of one refund back. Its id is {@code refund-{refundId}}. A refund that the
 * payment provider refuses stays open until a person has it tried again.
 */
@WorkflowInterface
public interface RefundWorkflow {

  @WorkflowMethod
  RefundOutcome refund(RefundRequest request);

  /**
   * Tries a refused refund again, as its next attempt.
   *
   * @throws io.temporal.failure.ApplicationFailure of type {@code RefundNotRefused} if the refund
   *     does not wait for a person
   */
  @UpdateMethod
  RetryAccepted retryRefund(RetryRefund request);
}
