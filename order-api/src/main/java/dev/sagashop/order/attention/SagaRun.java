package dev.sagashop.order.attention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last run of a workflow, as Temporal describes it.
 *
 * @param outcome of Temporal in a word: {@code RUNNING}, {@code COMPLETED}, {@code TERMINATED}
 * @param needsAttention as the workflow marked itself
 * @param failingTask null unless the code of the workflow fails on its history
 * @param pending the step that was tried in vain, null if there is none
 * @param closedAt null while it runs
 */
record SagaRun(
    String workflowId,
    String runId,
    State state,
    String outcome,
    boolean needsAttention,
    @Nullable FailingTask failingTask,
    @Nullable PendingStep pending,
    Instant startedAt,
    @Nullable Instant closedAt) {

  enum State {
    RUNNING,
    /** It came to its end, be it after a cancellation. */
    FINISHED,
    /** Terminated, failed or timed out: it was stopped where it stood. */
    BROKEN
  }

  /**
   * @param attempt of the task, counted from 1
   */
  record FailingTask(int attempt, Instant since) {}

  /**
   * @param nextTry null while an attempt is under way
   */
  record PendingStep(
      String step, int attempt, String error, Instant since, @Nullable Instant nextTry) {}

  boolean isWedged() {
    return state == State.RUNNING && failingTask != null;
  }
}
