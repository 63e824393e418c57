package dev.sagashop.workflows.refund;

import dev.sagashop.workflows.Saga;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Sends the money of one refund back. Its id is {@code refund-{refundId}}. A refund that the
 * payment provider refuses stays open until a person decides. The id of an update is that of the
 * decision: the same one is taken once.
 */
@WorkflowInterface
public interface RefundWorkflow extends Saga {

  /** Type of the failure of a decision about a refund that does not wait for one. */
  String NOT_REFUSED = "RefundNotRefused";

  /** Type of the failure of a decision about another attempt than the last one. */
  String OTHER_ATTEMPT = "OtherAttempt";

  /** Type of the failure of a decision without what it must say. */
  String INCOMPLETE = "DecisionIncomplete";

  @WorkflowMethod
  RefundOutcome refund(RefundRequest request);

  /**
   * Tries a refused refund again, as its next attempt.
   *
   * @throws io.temporal.failure.ApplicationFailure of type {@link #NOT_REFUSED}, {@link
   *     #OTHER_ATTEMPT} or {@link #INCOMPLETE}
   */
  @UpdateMethod
  DecisionAccepted retryRefund(RetryRefund request);

  /**
   * Records that the money of a refused refund went back on another way.
   *
   * @throws io.temporal.failure.ApplicationFailure of type {@link #NOT_REFUSED}, {@link
   *     #OTHER_ATTEMPT} or {@link #INCOMPLETE}
   */
  @UpdateMethod
  DecisionAccepted resolveManually(ResolveManually request);
}
