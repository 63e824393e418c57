package dev.sagashop.order.attention;

import dev.sagashop.order.saga.SagaEngineFailure;
import dev.sagashop.workflows.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A Temporal that knows what a test says, can be down, and can be without an index. */
final class FakeSagaRuns implements SagaRuns {

  private final Map<String, SagaRun> runs = new ConcurrentHashMap<>();
  private final Map<String, List<Trouble>> troubles = new ConcurrentHashMap<>();
  private final List<Suspect> suspects = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Instant now = Instant.now();
  private volatile boolean down;
  private volatile boolean lists;

  void reset() {
    runs.clear();
    troubles.clear();
    suspects.clear();
    told.clear();
    down = false;
    lists = true;
  }

  void goDown() {
    down = true;
  }

  void loseItsIndex() {
    lists = false;
  }

  void runs(String workflowId) {
    put(workflowId, SagaRun.State.RUNNING, "RUNNING", false, null);
  }

  void ended(String workflowId) {
    put(workflowId, SagaRun.State.FINISHED, "COMPLETED", false, null);
  }

  void terminated(String workflowId) {
    put(workflowId, SagaRun.State.BROKEN, "TERMINATED", false, null);
    suspects.add(new Suspect(workflowId, "run-of-" + workflowId));
  }

  void wedged(String workflowId) {
    put(workflowId, SagaRun.State.RUNNING, "RUNNING", false, new SagaRun.FailingTask(7, now));
    suspects.add(new Suspect(workflowId, "run-of-" + workflowId));
  }

  /** A null list of troubles stands for a saga whose worker does not answer. */
  void inTrouble(String workflowId, @Nullable List<Trouble> with) {
    put(workflowId, SagaRun.State.RUNNING, "RUNNING", true, null);
    suspects.add(new Suspect(workflowId, "run-of-" + workflowId));
    if (with != null) {
      troubles.put(workflowId, with);
    }
  }

  /** What sagas were told, such as {@code retry checkout-7}. */
  List<String> told() {
    return List.copyOf(told);
  }

  private void put(
      String workflowId,
      SagaRun.State state,
      String outcome,
      boolean needsAttention,
      SagaRun.@Nullable FailingTask failing) {
    runs.put(
        workflowId,
        new SagaRun(
            workflowId,
            "run-of-" + workflowId,
            state,
            outcome,
            needsAttention,
            failing,
            needsAttention
                ? new SagaRun.PendingStep("Charge", 4, "no answer", now, now.plusSeconds(5))
                : null,
            now,
            state == SagaRun.State.RUNNING ? null : now));
  }

  @Override
  public Optional<SagaRun> latest(String workflowId) {
    refuseWhenDown();
    return Optional.ofNullable(runs.get(workflowId));
  }

  @Override
  public Suspects suspects(int most) {
    refuseWhenDown();
    if (!lists) {
      throw new CannotList("told to have no index", new IllegalStateException("no index"));
    }
    return new Suspects(new ArrayList<>(suspects), true);
  }

  @Override
  public List<Trouble> troubles(String workflowId) {
    List<Trouble> found = troubles.get(workflowId);
    if (found == null) {
      throw new SagaEngineFailure("no worker", new IllegalStateException("no worker"));
    }
    return found;
  }

  @Override
  public String lastError(SagaRun run) {
    return "told to be broken";
  }

  @Override
  public void retryNow(SagaRun run) {
    refuseWhenDown();
    told.add("retry " + run.workflowId());
  }

  @Override
  public void terminate(SagaRun run, String reason) {
    refuseWhenDown();
    told.add("terminate " + run.workflowId() + " because of " + reason);
    terminated(run.workflowId());
  }

  @Override
  public String link(String workflowId) {
    return "/namespaces/shop/workflows/" + workflowId;
  }

  private void refuseWhenDown() {
    if (down) {
      throw new SagaEngineFailure("told to be down", new IllegalStateException("down"));
    }
  }
}
