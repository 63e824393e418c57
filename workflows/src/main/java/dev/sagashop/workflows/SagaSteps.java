package dev.sagashop.workflows;

import dev.sagashop.activities.TaskQueues;
import dev.sagashop.activities.inventory.InventoryActivities;
import dev.sagashop.activities.order.NoteStep;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.activities.payment.PaymentActivities;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.Function;

/**
 * The services that a saga talks to, each with its options. A remote step costs four persisted
 * transitions on the server and a local one none of its own, so the order's bookkeeping is local;
 * money and stock never are, because a lost workflow task would forget that they moved.
 */
public final class SagaSteps {

  private static final RetryOptions RETRY =
      RetryOptions.newBuilder()
          .setInitialInterval(Duration.ofMillis(250))
          .setBackoffCoefficient(2)
          // A service that comes back is noticed within this time.
          .setMaximumInterval(Duration.ofSeconds(5))
          .build();

  /** The step itself takes milliseconds; this is how long a crashed worker goes unnoticed. */
  private static final Duration START_TO_CLOSE = Duration.ofSeconds(10);

  private final OrderActivities localOrders =
      Workflow.newLocalActivityStub(
          OrderActivities.class,
          LocalActivityOptions.newBuilder()
              .setStartToCloseTimeout(Duration.ofSeconds(3))
              // Capped, or a database outage would keep the workflow task open without an end.
              .setScheduleToCloseTimeout(Duration.ofSeconds(6))
              .setRetryOptions(RetryOptions.newBuilder(RETRY).setMaximumAttempts(3).build())
              .build());

  private final Rounds rounds;

  public SagaSteps(Rounds rounds) {
    this.rounds = rounds;
  }

  /** The stock, for one round of the given length. */
  public InventoryActivities inventory(Duration round, String summary) {
    return Workflow.newActivityStub(
        InventoryActivities.class, remote(TaskQueues.INVENTORY, round, summary));
  }

  /** The money, for one round of the given length. */
  public PaymentActivities payments(Duration round, String summary) {
    return Workflow.newActivityStub(
        PaymentActivities.class, remote(TaskQueues.PAYMENTS, round, summary));
  }

  /** One entry in the order's book: locally, and if that cannot be done, as a regular activity. */
  public <T> T record(String step, Function<OrderActivities, T> entry) {
    try {
      return entry.apply(localOrders);
    } catch (ActivityFailure failure) {
      if (Rounds.isCancelled(failure)) {
        throw failure;
      }
      return rounds.untilDecided(
          step,
          round ->
              entry.apply(
                  Workflow.newActivityStub(
                      OrderActivities.class, remote(TaskQueues.ORDERS, round, step))));
    }
  }

  /** Adds to the order's timeline what the saga did. */
  public void note(NoteStep note) {
    record("note " + note.key(), orders -> orders.note(note));
  }

  private static ActivityOptions remote(String taskQueue, Duration round, String summary) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(taskQueue)
        .setScheduleToCloseTimeout(round)
        .setStartToCloseTimeout(START_TO_CLOSE)
        .setRetryOptions(RETRY)
        // A cancelled saga goes on to undo at once; the tombstones refuse whatever arrives late.
        .setCancellationType(ActivityCancellationType.TRY_CANCEL)
        .setSummary(summary)
        .build();
  }
}
