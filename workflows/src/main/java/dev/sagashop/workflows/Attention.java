package dev.sagashop.workflows;

import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells people in the Temporal Web UI where a saga stands, and marks it when a step is in trouble.
 * The mark is a search attribute; it is touched only when something is wrong, because each change
 * costs a transition on the server.
 */
public final class Attention {

  private final Map<String, Trouble> troubles = new LinkedHashMap<>();
  private String progress = "";

  /** Says in a few words what the saga does now. */
  public void progress(String doing) {
    progress = doing;
    show();
  }

  /**
   * Marks the saga: this step needs a look.
   *
   * @param attempt how often the step was tried in vain
   * @param nextTry null if a person has to decide
   */
  public void raise(String step, int attempt, String error, @Nullable Instant nextTry) {
    boolean first = troubles.isEmpty();
    Trouble before = troubles.get(step);
    Instant since = before == null ? now() : before.since();
    troubles.put(step, new Trouble(step, attempt, error, since, nextTry));
    if (first) {
      Workflow.upsertTypedSearchAttributes(SagaAttributes.NEEDS_ATTENTION.valueSet(true));
    }
    show();
  }

  /** The step is decided; the mark goes with the last trouble. */
  public void settle(String step) {
    boolean wasInTrouble = troubles.remove(step) != null;
    if (wasInTrouble && troubles.isEmpty()) {
      Workflow.upsertTypedSearchAttributes(SagaAttributes.NEEDS_ATTENTION.valueSet(false));
    }
    if (wasInTrouble) {
      show();
    }
  }

  public List<Trouble> troubles() {
    return List.copyOf(troubles.values());
  }

  /** The time of the workflow, which a replay repeats. */
  static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }

  private void show() {
    StringBuilder details = new StringBuilder(progress);
    troubles
        .values()
        .forEach(
            trouble ->
                details
                    .append("\n\n**Needs attention: ")
                    .append(trouble.step())
                    .append("**\n\n")
                    .append(describe(trouble)));
    Workflow.setCurrentDetails(details.toString());
  }

  private static String describe(Trouble trouble) {
    return trouble.nextTry() == null
        ? "Attempt %d was refused: %s. Retry it or resolve it in the admin panel."
            .formatted(trouble.attempt(), trouble.error())
        : "Round %d ended without a decision: %s. The next round starts at %s."
            .formatted(trouble.attempt(), trouble.error(), trouble.nextTry());
  }
}
