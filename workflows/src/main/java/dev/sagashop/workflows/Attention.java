package dev.sagashop.workflows;

import io.temporal.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells people in the Temporal Web UI where a saga stands, and marks it when a step is in trouble.
 * The mark is a search attribute; it is touched only when something is wrong, because each change
 * costs a transition on the server.
 */
public final class Attention {

  private final Map<String, String> troubles = new LinkedHashMap<>();
  private String progress = "";

  /** Says in a few words what the saga does now. */
  public void progress(String doing) {
    progress = doing;
    show();
  }

  /** Marks the saga: this step needs a look. */
  public void raise(String step, String trouble) {
    boolean first = troubles.isEmpty();
    troubles.put(step, trouble);
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

  private void show() {
    StringBuilder details = new StringBuilder(progress);
    troubles.forEach(
        (step, trouble) ->
            details
                .append("\n\n**Needs attention: ")
                .append(step)
                .append("**\n\n")
                .append(trouble));
    Workflow.setCurrentDetails(details.toString());
  }
}
