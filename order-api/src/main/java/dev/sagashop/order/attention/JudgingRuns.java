package dev.sagashop.order.attention;

import dev.sagashop.order.attention.SagaItem.Details;
import dev.sagashop.order.saga.SagaEngineFailure;
import dev.sagashop.workflows.Trouble;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says of one saga, by its row and its last run, what is wrong with it. */
@Component
class JudgingRuns {

  private static final Logger log = LoggerFactory.getLogger(JudgingRuns.class);

  private final SagaRuns runs;

  JudgingRuns(SagaRuns runs) {
    this.runs = runs;
  }

  /**
   * @param runId of the run that was looked at, empty if there was none
   * @param needsOpenRow whether the items are wrong once the row asks for nothing any more
   */
  record Verdict(String runId, List<SagaItem> items, boolean needsOpenRow) {

    Verdict {
      items = List.copyOf(items);
    }
  }

  /**
   * @throws SagaEngineFailure if Temporal does not answer
   */
  Verdict judge(SagaRow row) {
    Optional<SagaRun> latest = runs.latest(row.id().workflowId());
    if (latest.isEmpty()) {
      return new Verdict("", row.open() ? List.of(missing(row)) : List.of(), true);
    }
    SagaRun run = latest.get();
    return switch (run.state()) {
      case BROKEN -> new Verdict(run.runId(), List.of(terminated(row, run)), false);
      case FINISHED ->
          new Verdict(run.runId(), row.open() ? List.of(ended(row, run)) : List.of(), true);
      case RUNNING -> running(row, run);
    };
  }

  SagaItem refused(SagaRow row) {
    return item(
        row,
        Cause.REFUND_REFUSED,
        new Details("refund", row.since(), row.refusedAttempt(), row.refusal(), null),
        Action.RETRY,
        Action.RESOLVE);
  }

  private Verdict running(SagaRow row, SagaRun run) {
    SagaRun.FailingTask task = run.failingTask();
    if (task != null) {
      SagaItem failing =
          item(
              row,
              Cause.WORKFLOW_TASK_FAILING,
              Details.of(task.since(), task.attempt(), lastError(run)),
              Action.RESTART);
      return new Verdict(run.runId(), List.of(failing), false);
    }
    if (row.isRefused()) {
      return new Verdict(run.runId(), List.of(refused(row)), true);
    }
    return new Verdict(run.runId(), run.needsAttention() ? undecided(row, run) : List.of(), false);
  }

  private List<SagaItem> undecided(SagaRow row, SagaRun run) {
    try {
      return runs.troubles(run.workflowId()).stream()
          // Without a next try it is a refusal, which the row tells.
          .filter(trouble -> trouble.nextTry() != null)
          .map(JudgingRuns::details)
          .map(details -> undecided(row, details))
          .toList();
    } catch (SagaEngineFailure noWorker) {
      log.debug("Describing what '{}' waits for instead", run.workflowId(), noWorker);
      return List.of(undecided(row, pending(run)));
    }
  }

  private SagaItem undecided(SagaRow row, Details details) {
    return item(row, Cause.STEP_UNDECIDED, details, Action.RETRY);
  }

  private static Details details(Trouble trouble) {
    return new Details(
        trouble.step(), trouble.since(), trouble.attempt(), trouble.error(), trouble.nextTry());
  }

  private static Details pending(SagaRun run) {
    SagaRun.PendingStep step = run.pending();
    return step == null
        ? Details.of(
            run.startedAt(), null, "The saga marked itself, and no worker answers to say why")
        : new Details(step.step(), step.since(), step.attempt(), step.error(), step.nextTry());
  }

  private SagaItem missing(SagaRow row) {
    return item(
        row,
        Cause.WORKFLOW_MISSING,
        Details.of(row.since(), null, "Temporal knows no such workflow"),
        Action.RESTART);
  }

  /** No action can help here: the same id must not begin again after a proper end. */
  private SagaItem ended(SagaRow row, SagaRun run) {
    return item(
        row,
        Cause.WORKFLOW_MISSING,
        Details.of(
            Objects.requireNonNullElse(run.closedAt(), row.since()),
            null,
            "The workflow ended as %s and left the row open".formatted(run.outcome())));
  }

  private SagaItem terminated(SagaRow row, SagaRun run) {
    String error = lastError(run);
    return item(
        row,
        Cause.WORKFLOW_TERMINATED,
        Details.of(
            Objects.requireNonNullElse(run.closedAt(), row.since()),
            null,
            error == null ? run.outcome() : run.outcome() + ": " + error),
        Action.RESTART);
  }

  private @Nullable String lastError(SagaRun run) {
    try {
      return runs.lastError(run);
    } catch (SagaEngineFailure e) {
      log.debug("The end of the history of '{}' stays unread", run.workflowId(), e);
      return null;
    }
  }

  private SagaItem item(SagaRow row, Cause cause, Details details, Action... actions) {
    return SagaItem.of(row, cause, details, List.of(actions), runs.link(row.id().workflowId()));
  }
}
