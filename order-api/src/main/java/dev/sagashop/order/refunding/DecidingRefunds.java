package dev.sagashop.order.refunding;

import dev.sagashop.activities.RefundId;
import dev.sagashop.order.book.OrderBook;
import dev.sagashop.order.book.Refund;
import dev.sagashop.order.book.RefundBook;
import dev.sagashop.order.book.RefundStatus;
import dev.sagashop.order.saga.DecisionRefused;
import dev.sagashop.order.saga.RefundRequests;
import dev.sagashop.order.saga.SagaEngine;
import dev.sagashop.order.saga.SagaEngineFailure;
import dev.sagashop.order.saga.SagaNotRunning;
import dev.sagashop.workflows.refund.RefundWorkflow;
import dev.sagashop.workflows.refund.ResolveManually;
import dev.sagashop.workflows.refund.RetryRefund;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Takes a person's decision about a refused refund to its workflow, which waits for it. A refund
 * whose workflow was terminated gets a new one first.
 */
@Component
public class DecidingRefunds {

  /** A workflow that has just been started looks up its refused attempt before it can be told. */
  private static final Duration UNTIL_IT_WAITS = Duration.ofSeconds(8);

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final OrderBook orders;
  private final RefundBook refunds;
  private final RefundRequests requests;
  private final SagaEngine engine;

  DecidingRefunds(
      OrderBook orders, RefundBook refunds, RefundRequests requests, SagaEngine engine) {
    this.orders = orders;
    this.refunds = refunds;
    this.requests = requests;
    this.engine = engine;
  }

  /**
   * Has a refused refund tried again.
   *
   * @param decisionId of the request; the same one is taken once
   * @return whether the decision had been taken before
   */
  public boolean retry(
      long orderNumber, long refundNumber, String decisionId, RetryRefund decision) {
    return decide(
        orderNumber,
        refundNumber,
        decisionId,
        refundId -> engine.retryRefund(refundId, decisionId, decision));
  }

  /** Records that the money went back on another way. Otherwise as {@link #retry}. */
  public boolean resolve(
      long orderNumber, long refundNumber, String decisionId, ResolveManually decision) {
    return decide(
        orderNumber,
        refundNumber,
        decisionId,
        refundId -> engine.resolveRefund(refundId, decisionId, decision));
  }

  @FunctionalInterface
  private interface Telling {
    void tell(RefundId refundId);
  }

  private boolean decide(long orderNumber, long refundNumber, String decisionId, Telling telling) {
    Refund refund = find(orderNumber, refundNumber);
    if (refunds.isDecided(refund.id(), decisionId)) {
      return true;
    }
    if (refund.status() != RefundStatus.FAILED) {
      throw RefundRefused.notRefused(refund.id(), refund.status());
    }
    try {
      tell(refund, telling);
      return false;
    } catch (DecisionRefused refusal) {
      throw RefundRefused.bySaga(refusal);
    } catch (SagaEngineFailure | SagaNotRunning failure) {
      RefundRefused unknown = RefundRefused.outcomeUnknown(refund.id());
      unknown.initCause(failure);
      throw unknown;
    }
  }

  private void tell(Refund refund, Telling telling) {
    try {
      telling.tell(refund.id());
    } catch (SagaNotRunning terminated) {
      engine.startRefund(requests.of(refund), orders.customerOf(refund.orderId()));
      tellWhenItWaits(refund, telling);
    }
  }

  private void tellWhenItWaits(Refund refund, Telling telling) {
    Instant end = Instant.now().plus(UNTIL_IT_WAITS);
    while (true) {
      try {
        telling.tell(refund.id());
        return;
      } catch (DecisionRefused refusal) {
        boolean tooEarly = refusal.type().equals(RefundWorkflow.NOT_REFUSED);
        if (!tooEarly || Instant.now().isAfter(end)) {
          throw refusal;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a refund's workflow starts", e);
    }
  }

  private Refund find(long orderNumber, long refundNumber) {
    if (refundNumber <= 0) {
      throw RefundRefused.notFound(orderNumber, refundNumber);
    }
    return refunds
        .find(new RefundId(refundNumber))
        .filter(refund -> refund.orderId().value() == orderNumber)
        .orElseThrow(() -> RefundRefused.notFound(orderNumber, refundNumber));
  }
}
