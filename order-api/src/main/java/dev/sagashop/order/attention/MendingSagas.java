package dev.sagashop.order.attention;

import dev.sagashop.activities.RefundId;
import dev.sagashop.order.book.Entry;
import dev.sagashop.order.book.OrderBook;
import dev.sagashop.order.book.RefundBook;
import dev.sagashop.order.refunding.DecidingRefunds;
import dev.sagashop.order.saga.CheckoutRequests;
import dev.sagashop.order.saga.RefundRequests;
import dev.sagashop.order.saga.SagaEngine;
import dev.sagashop.order.saga.SagaEngineFailure;
import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.workflows.refund.ResolveManually;
import dev.sagashop.workflows.refund.RetryRefund;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person does about a saga. Each action leaves an entry in the timeline of its order; those
 * about refused refunds leave the one of the decision.
 */
@Component
class MendingSagas {

  private final SagaRows rows;
  private final SagaRuns runs;
  private final SagaEngine engine;
  private final CheckoutRequests checkouts;
  private final RefundRequests refundRequests;
  private final RefundBook refunds;
  private final OrderBook orders;
  private final DecidingRefunds deciding;
  private final TransactionTemplate transactions;

  MendingSagas(
      SagaRows rows,
      SagaRuns runs,
      SagaEngine engine,
      CheckoutRequests checkouts,
      RefundRequests refundRequests,
      RefundBook refunds,
      OrderBook orders,
      DecidingRefunds deciding,
      TransactionTemplate transactions) {
    this.rows = rows;
    this.runs = runs;
    this.engine = engine;
    this.checkouts = checkouts;
    this.refundRequests = refundRequests;
    this.refunds = refunds;
    this.orders = orders;
    this.deciding = deciding;
    this.transactions = transactions;
  }

  /** Tries a refused refund again, or lets an undecided step begin its next round at once. */
  void retry(String workflowId, String reason, CurrentUser user) {
    SagaRow row = find(workflowId);
    Integer attempt = row.refusedAttempt();
    if (attempt != null) {
      deciding.retry(
          row.orderId().value(),
          row.id().number(),
          decisionId("retry", row),
          attempt,
          seen -> new RetryRefund(actor(user), reason, seen));
      return;
    }
    asking(
        workflowId,
        () -> {
          SagaRun run =
              runs.latest(workflowId).orElseThrow(() -> SagaActionRefused.doesNotRun(workflowId));
          switch (run.state()) {
            case FINISHED -> throw SagaActionRefused.finished(workflowId);
            case BROKEN -> throw SagaActionRefused.doesNotRun(workflowId);
            case RUNNING -> {
              if (!run.needsAttention()) {
                throw SagaActionRefused.nothingToRetry(workflowId);
              }
              runs.retryNow(run);
            }
          }
        });
    note(row, user, "saga told to retry", reason);
  }

  /** Records that the money of a refused refund went back on another way. */
  void resolve(String workflowId, String reason, String reference, CurrentUser user) {
    SagaRow row = find(workflowId);
    if (row.id().kind() != SagaId.Kind.REFUND) {
      throw SagaActionRefused.nothingToResolve(workflowId);
    }
    deciding.resolve(
        row.orderId().value(),
        row.id().number(),
        decisionId("resolve", row),
        row.refusedAttempt(),
        seen -> new ResolveManually(actor(user), reason, reference, seen));
  }

  /**
   * Starts a saga anew from its rows, in which its steps find what an earlier run has done. A run
   * that cannot go on is terminated first.
   */
  void restart(String workflowId, String reason, CurrentUser user) {
    SagaRow row = find(workflowId);
    asking(
        workflowId,
        () -> {
          Optional<SagaRun> latest = runs.latest(workflowId);
          if (latest.isEmpty() && row.settled()) {
            throw SagaActionRefused.finished(workflowId);
          }
          latest.ifPresent(run -> makeWay(run, "%s: %s".formatted(actor(user), reason)));
          start(row);
        });
    note(row, user, "saga restarted", reason);
  }

  private void makeWay(SagaRun run, String reason) {
    switch (run.state()) {
      case FINISHED -> throw SagaActionRefused.finished(run.workflowId());
      case RUNNING -> {
        if (!run.isWedged()) {
          throw SagaActionRefused.runs(run.workflowId());
        }
        runs.terminate(run, reason);
      }
      case BROKEN -> {
        // Its id is free.
      }
    }
  }

  private void start(SagaRow row) {
    switch (row.id().kind()) {
      case CHECKOUT -> engine.startCheckout(checkouts.of(row.orderId()));
      case REFUND ->
          engine.startRefund(
              refundRequests.of(refunds.find(new RefundId(row.id().number())).orElseThrow()),
              orders.customerOf(row.orderId()));
    }
  }

  private SagaRow find(String workflowId) {
    return SagaId.parse(workflowId)
        .flatMap(id -> Optional.ofNullable(rows.find(List.of(id)).get(id)))
        .orElseThrow(() -> SagaActionRefused.notFound(workflowId));
  }

  /** Two people who decide the same about the same refusal make one decision. */
  private static String decisionId(String kind, SagaRow row) {
    return "%s-%s-%s".formatted(kind, row.id().workflowId(), row.refusedAttempt());
  }

  private static void asking(String workflowId, Runnable call) {
    try {
      call.run();
    } catch (SagaEngineFailure failure) {
      throw SagaActionRefused.noAnswer(workflowId, failure);
    }
  }

  private void note(SagaRow row, CurrentUser user, String what, String reason) {
    transactions.executeWithoutResult(
        _ ->
            orders.note(
                orders.lockExisting(row.orderId()),
                new Entry(actor(user), what, "%s (%s)".formatted(reason, row.id().workflowId()))));
  }

  private static String actor(CurrentUser user) {
    return "user " + user.userId();
  }
}
