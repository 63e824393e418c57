package dev.sagashop.order.attention;

import dev.sagashop.order.saga.SagaEngineFailure;
import dev.sagashop.workflows.Trouble;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Temporal knows about sagas. Every method throws {@link SagaEngineFailure} if there is no
 * answer within seconds.
 */
interface SagaRuns {

  /** The last run of this id; empty if there was none. */
  Optional<SagaRun> latest(String workflowId);

  /**
   * Runs that may need a person, by what is indexed about them.
   *
   * @throws CannotList if this server has no such index, or is asked too often
   */
  Suspects suspects(int most);

  /** What a running saga says it is in trouble with. Needs a worker that answers. */
  List<Trouble> troubles(String workflowId);

  /** Why the run is in the state that it is in; null if its history does not say. */
  @Nullable String lastError(SagaRun run);

  /** Has a pausing step begin its next round at once. */
  void retryNow(SagaRun run);

  void terminate(SagaRun run, String reason);

  /** Where the Temporal Web UI shows a workflow. */
  String link(String workflowId);

  /**
   * @param complete whether there are no more than these
   */
  record Suspects(List<Suspect> runs, boolean complete) {

    public Suspects {
      runs = List.copyOf(runs);
    }
  }

  record Suspect(String workflowId, String runId) {}

  /** The server of last resort keeps no index; others limit how often they are asked for it. */
  final class CannotList extends RuntimeException {
    CannotList(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
