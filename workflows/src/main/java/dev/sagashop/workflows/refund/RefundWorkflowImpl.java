package dev.sagashop.workflows.refund;

import dev.sagashop.activities.inventory.ReleaseAnswer;
import dev.sagashop.activities.inventory.ReleaseReason;
import dev.sagashop.activities.inventory.ReleaseStock;
import dev.sagashop.activities.inventory.ReturnItems;
import dev.sagashop.activities.order.CompleteRefund;
import dev.sagashop.activities.order.Decision;
import dev.sagashop.activities.order.FailRefund;
import dev.sagashop.activities.order.NoteStep;
import dev.sagashop.activities.order.ReopenRefund;
import dev.sagashop.activities.order.ResolveRefund;
import dev.sagashop.activities.payment.OutsideRefund;
import dev.sagashop.activities.payment.RefundAnswer;
import dev.sagashop.activities.payment.RefundCharge;
import dev.sagashop.workflows.Attention;
import dev.sagashop.workflows.Rounds;
import dev.sagashop.workflows.SagaSteps;
import dev.sagashop.workflows.Trouble;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.UpdateInfo;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refund, give the stock back, close the order; a refusal waits for a person. */
public final class RefundWorkflowImpl implements RefundWorkflow {

  private static final String REFUSED = "refund refused";

  /** Refunds that were under way when returned stock began to be noted do not note it. */
  private static final String RETURN_IS_NOTED = "return-is-noted";

  private final RefundRequest refund;
  private final Attention attention = new Attention();
  private final Rounds rounds = new Rounds(attention);
  private final SagaSteps steps = new SagaSteps(rounds);
  private int attempt;
  private @Nullable String outsideReference;
  private boolean waitsForPerson;

  @WorkflowInit
  public RefundWorkflowImpl(RefundRequest refund) {
    this.refund = refund;
    this.attempt = refund.attempt();
    this.outsideReference = refund.outsideReference();
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
  public List<Trouble> troubles() {
    return attention.troubles();
  }

  @Override
  public void retryNow() {
    rounds.hurry();
  }

  @Override
  public DecisionAccepted retryRefund(RetryRefund request) {
    expect("reason", request.reason(), "why the refund should work this time");
    int next = takeDecision(request.refusedAttempt());
    Decision decision = decision(request.by(), request.reason());
    steps.record(
        "reopen refund",
        orders -> orders.reopenRefund(new ReopenRefund(refund.refundId(), next, decision)));
    attempt = next;
    return new DecisionAccepted(next);
  }

  @Override
  public DecisionAccepted resolveManually(ResolveManually request) {
    expect("reason", request.reason(), "why the money went another way");
    expect("reference", request.reference(), "what proves that the money went back");
    int next = takeDecision(request.refusedAttempt());
    Decision decision = decision(request.by(), request.reason());
    steps.record(
        "resolve refund",
        orders ->
            orders.resolveRefund(
                new ResolveRefund(refund.refundId(), next, decision, request.reference())));
    outsideReference = request.reference();
    attempt = next;
    return new DecisionAccepted(next);
  }

  /** Of several decisions at the same time the first one counts. Gives the next attempt. */
  private int takeDecision(@Nullable Integer refusedAttempt) {
    if (refusedAttempt != null && refusedAttempt != attempt) {
      throw refusal(
          RefundWorkflow.OTHER_ATTEMPT,
          "refund %s is at attempt %d, the decision is about attempt %d: look at it again"
              .formatted(refund.refundId(), attempt, refusedAttempt));
    }
    if (!waitsForPerson) {
      throw refusal(
          RefundWorkflow.NOT_REFUSED,
          "refund %s is not refused, so there is nothing to decide".formatted(refund.refundId()));
    }
    waitsForPerson = false;
    return attempt + 1;
  }

  private static Decision decision(String by, String reason) {
    String id =
        Workflow.getCurrentUpdateInfo()
            .map(UpdateInfo::getUpdateId)
            .orElseThrow(() -> new IllegalStateException("a decision is made by an update only"));
    return new Decision(id, by, reason);
  }

  private static void expect(String field, String value, String expected) {
    if (value.isBlank()) {
      throw refusal(
          RefundWorkflow.INCOMPLETE, "the %s is blank, expected %s".formatted(field, expected));
    }
  }

  private static ApplicationFailure refusal(String type, String message) {
    return ApplicationFailure.newNonRetryableFailure(message, type);
  }

  private void untilRefunded() {
    while (sendBack() instanceof RefundAnswer.Refused refused) {
      waitForPerson(refused);
    }
    returnGoods();
    steps.record(
        "complete refund", orders -> orders.completeRefund(new CompleteRefund(refund.refundId())));
    attention.progress("Refunded " + refund.amount());
  }

  private RefundAnswer sendBack() {
    RefundCharge request =
        new RefundCharge(
            refund.refundId(), refund.orderId(), refund.amount(), attempt, refund.partial());
    String reference = outsideReference;
    if (reference != null) {
      attention.progress("Recording the refund outside: " + reference);
      return rounds.untilDecided(
          "record outside refund",
          round ->
              steps
                  .payments(round, "Record outside refund")
                  .recordOutsideRefund(new OutsideRefund(request, reference)));
    }
    attention.progress("Refunding %s, attempt %d".formatted(refund.amount(), attempt));
    return rounds.untilDecided(
        "refund", round -> steps.payments(round, "Refund " + refund.amount()).refund(request));
  }

  private void waitForPerson(RefundAnswer.Refused refused) {
    int refusedAttempt = attempt;
    outsideReference = null;
    steps.record(
        "fail refund",
        orders ->
            orders.failRefund(new FailRefund(refund.refundId(), refusedAttempt, refused.reason())));
    attention.raise(REFUSED, refusedAttempt, refused.reason(), null);
    waitsForPerson = true;
    Workflow.await(() -> attempt > refusedAttempt);
    attention.settle(REFUSED);
  }

  private void returnGoods() {
    if (refund.returnStock()) {
      ReleaseStock request = new ReleaseStock(refund.orderId(), ReleaseReason.ORDER_REFUNDED);
      noteReturn(
          rounds.untilDecided(
              "return stock",
              round -> steps.inventory(round, "Return stock").releaseStock(request)));
    } else if (!refund.itemsToReturn().isEmpty()) {
      ReturnItems request =
          new ReturnItems(refund.refundId(), refund.orderId(), refund.itemsToReturn());
      noteReturn(
          rounds.untilDecided(
              "return items",
              round -> steps.inventory(round, "Return items").returnItems(request)));
    }
  }

  private void noteReturn(ReleaseAnswer answer) {
    if (Workflow.getVersion(RETURN_IS_NOTED, Workflow.DEFAULT_VERSION, 1) == 1
        && answer.unitsReturned() > 0) {
      steps.note(
          new NoteStep(
              refund.orderId(),
              "stock-returned-" + refund.refundId(),
              "refund",
              "stock returned",
              answer.unitsReturned() + " units"));
    }
  }
}
