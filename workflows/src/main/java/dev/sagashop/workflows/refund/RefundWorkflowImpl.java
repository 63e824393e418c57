package dev.sagashop.workflows.refund;

import dev.sagashop.activities.inventory.ReleaseReason;
import dev.sagashop.activities.inventory.ReleaseStock;
import dev.sagashop.activities.order.CompleteRefund;
import dev.sagashop.activities.order.FailRefund;
import dev.sagashop.activities.order.ReopenRefund;
import dev.sagashop.activities.payment.RefundAnswer;
import dev.sagashop.activities.payment.RefundCharge;
import dev.sagashop.workflows.Attention;
import dev.sagashop.workflows.Rounds;
import dev.sagashop.workflows.SagaSteps;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;

/** Refund, give the stock back, close the order; a refusal waits for a person. */
public final class RefundWorkflowImpl implements RefundWorkflow {

  private static final String REFUSED = "refund refused";

  private final RefundRequest refund;
  private final Attention attention = new Attention();
  private final Rounds rounds = new Rounds(attention);
  private final SagaSteps steps = new SagaSteps(rounds);
  private int attempt;
  private boolean waitsForPerson;

  @WorkflowInit
  public RefundWorkflowImpl(RefundRequest refund) {
    this.refund = refund;
    this.attempt = refund.attempt();
  }

  /** Money on its way back is not stopped by a cancelled run: everything happens detached. */
  @Override
  public RefundOutcome refund(RefundRequest request) {
    Workflow.newDetachedCancellationScope(
            () -> {
              untilRefunded();
              Workflow.await(Workflow::isEveryHandlerFinished);
            })
        .run();
    return new RefundOutcome(attempt);
  }

  @Override
  public RetryAccepted retryRefund(RetryRefund request) {
    if (!waitsForPerson) {
      throw ApplicationFailure.newNonRetryableFailure(
          "refund %s is not refused, so there is nothing to retry".formatted(refund.refundId()),
          "RefundNotRefused");
    }
    if (request.reason().isBlank()) {
      throw ApplicationFailure.newNonRetryableFailure(
          "the reason is blank, expected why the refund should work this time", "ReasonMissing");
    }
    waitsForPerson = false;
    int next = attempt + 1;
    steps.record(
        "reopen refund",
        orders ->
            orders.reopenRefund(
                new ReopenRefund(refund.refundId(), next, request.by(), request.reason())));
    attempt = next;
    return new RetryAccepted(next);
  }

  private void untilRefunded() {
    while (sendBack() instanceof RefundAnswer.Refused refused) {
      waitForPerson(refused);
    }
    if (refund.returnStock()) {
      returnStock();
    }
    steps.record(
        "complete refund", orders -> orders.completeRefund(new CompleteRefund(refund.refundId())));
    attention.progress("Refunded " + refund.amount());
  }

  private RefundAnswer sendBack() {
    attention.progress("Refunding %s, attempt %d".formatted(refund.amount(), attempt));
    RefundCharge request =
        new RefundCharge(refund.refundId(), refund.orderId(), refund.amount(), attempt);
    return rounds.untilDecided(
        "refund", round -> steps.payments(round, "Refund " + refund.amount()).refund(request));
  }

  private void waitForPerson(RefundAnswer.Refused refused) {
    int refusedAttempt = attempt;
    steps.record(
        "fail refund",
        orders ->
            orders.failRefund(new FailRefund(refund.refundId(), refusedAttempt, refused.reason())));
    attention.raise(
        REFUSED,
        "Attempt %d was refused: %s. Retry it or resolve it in the admin panel."
            .formatted(refusedAttempt, refused.reason()));
    waitsForPerson = true;
    Workflow.await(() -> attempt > refusedAttempt);
    attention.settle(REFUSED);
  }

  private void returnStock() {
    ReleaseStock request = new ReleaseStock(refund.orderId(), ReleaseReason.ORDER_REFUNDED);
    rounds.untilDecided(
        "return stock", round -> steps.inventory(round, "Return stock").releaseStock(request));
  }
}
