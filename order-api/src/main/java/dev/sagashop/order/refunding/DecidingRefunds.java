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
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

  /** Refunds that share a turn wait for each other, which costs them milliseconds. */
  private static final int TURNS = 64;

  private final List<ReentrantLock> turns =
      Stream.generate(ReentrantLock::new).limit(TURNS).toList();

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
   * @param seenAttempt which the person saw refused; null for the one that is refused now
   * @param decision about an attempt
   * @return whether the decision had been taken before
   */
  public boolean retry(
      long orderNumber,
      long refundNumber,
      String decisionId,
      @Nullable Integer seenAttempt,
      IntFunction<RetryRefund> decision) {
    return decide(
        find(orderNumber, refundNumber),
        decisionId,
        seenAttempt,
        (refundId, attempt) -> engine.retryRefund(refundId, decisionId, decision.apply(attempt)));
  }

  /** Records that the money went back on another way. Otherwise as {@link #retry}. */
  public boolean resolve(
      long orderNumber,
      long refundNumber,
      String decisionId,
      @Nullable Integer seenAttempt,
      IntFunction<ResolveManually> decision) {
    return decide(
        find(orderNumber, refundNumber),
        decisionId,
        seenAttempt,
        (refundId, attempt) -> engine.resolveRefund(refundId, decisionId, decision.apply(attempt)));
  }

  @FunctionalInterface
  private interface Telling {
    void tell(RefundId refundId, int attempt);
  }

  /**
   * Without an attempt the decision is bound to the one that is refused now: a click that waits in
   * line behind another must not decide about what came of that.
   */
  private boolean decide(
      Refund refund, String decisionId, @Nullable Integer seenAttempt, Telling telling) {
    int attempt = seenAttempt == null ? refund.attempt() : seenAttempt;
    try {
      return tellAlone(refund, decisionId, () -> telling.tell(refund.id(), attempt));
    } catch (DecisionRefused refusal) {
      throw RefundRefused.bySaga(refusal);
    } catch (SagaEngineFailure | SagaNotRunning failure) {
      RefundRefused unknown = RefundRefused.outcomeUnknown(refund.id());
      unknown.initCause(failure);
      throw unknown;
    }
  }

  /**
   * One at a time: Temporal admits few updates of one workflow at once, and those that come after
   * the first find in the row that there is nothing left to decide.
   */
  private boolean tellAlone(Refund refund, String decisionId, Runnable telling) {
    ReentrantLock turn = turns.get(Math.floorMod(refund.id().hashCode(), TURNS));
    turn.lock();
    try {
      if (refunds.isDecided(refund.id(), decisionId)) {
        return true;
      }
      if (refund.status() != RefundStatus.FAILED) {
        throw RefundRefused.notRefused(refund.id(), refund.status());
      }
      if (!isStillRefused(refund)) {
        throw RefundRefused.decidedMeanwhile(refund.id());
      }
      tellWhenItWaits(refund, telling);
      return false;
    } finally {
      turn.unlock();
    }
  }

  /** The row says that the refund is refused; its workflow may be a moment behind. */
  private void tellWhenItWaits(Refund refund, Runnable telling) {
    Instant end = Instant.now().plus(UNTIL_IT_WAITS);
    while (true) {
      try {
        tell(refund, telling);
        return;
      } catch (DecisionRefused refusal) {
        boolean tooEarly =
            refusal.type().equals(RefundWorkflow.NOT_REFUSED)
                && isStillRefused(refund)
                && Instant.now().isBefore(end);
        if (!tooEarly) {
          throw refusal;
        }
        pause();
      }
    }
  }

  private void tell(Refund refund, Runnable telling) {
    try {
      telling.run();
    } catch (SagaNotRunning terminated) {
      engine.startRefund(requests.of(refund), orders.customerOf(refund.orderId()));
      telling.run();
    }
  }

  private boolean isStillRefused(Refund refund) {
    return refunds
        .find(refund.id())
        .filter(now -> now.status() == RefundStatus.FAILED && now.attempt() == refund.attempt())
        .isPresent();
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
