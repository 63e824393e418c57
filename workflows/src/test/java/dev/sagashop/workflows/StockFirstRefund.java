package dev.sagashop.workflows;

import dev.sagashop.activities.inventory.ReleaseReason;
import dev.sagashop.activities.inventory.ReleaseStock;
import dev.sagashop.activities.order.CompleteRefund;
import dev.sagashop.activities.payment.RefundCharge;
import dev.sagashop.workflows.refund.DecisionAccepted;
import dev.sagashop.workflows.refund.RefundOutcome;
import dev.sagashop.workflows.refund.RefundRequest;
import dev.sagashop.workflows.refund.RefundWorkflow;
import dev.sagashop.workflows.refund.ResolveManually;
import dev.sagashop.workflows.refund.RetryRefund;
import java.util.List;

/** A refund with a breaking change: the stock goes back before the money, without a version. */
public final class StockFirstRefund implements RefundWorkflow {

  private final Rounds rounds = new Rounds(new Attention());
  private final SagaSteps steps = new SagaSteps(rounds);

  @Override
  public RefundOutcome refund(RefundRequest request) {
    rounds.untilDecided(
        "return stock",
        round ->
            steps
                .inventory(round, "Return stock")
                .releaseStock(new ReleaseStock(request.orderId(), ReleaseReason.ORDER_REFUNDED)));
    rounds.untilDecided(
        "refund",
        round ->
            steps
                .payments(round, "Refund " + request.amount())
                .refund(
                    new RefundCharge(
                        request.refundId(), request.orderId(), request.amount(), 1, false)));
    steps.record(
        "complete refund", orders -> orders.completeRefund(new CompleteRefund(request.refundId())));
    return new RefundOutcome(1);
  }

  @Override
  public DecisionAccepted retryRefund(RetryRefund request) {
    return new DecisionAccepted(1);
  }

  @Override
  public DecisionAccepted resolveManually(ResolveManually request) {
    return new DecisionAccepted(1);
  }

  @Override
  public List<Trouble> troubles() {
    return List.of();
  }

  @Override
  public void retryNow() {}
}
