package dev.sagashop.order.attention;

/** Why a saga needs a person. */
enum Cause {
  /** The payment provider refused a refund, definitely. */
  REFUND_REFUSED,
  /** A step had no outcome in its first round; it goes on trying. */
  STEP_UNDECIDED,
  /** The code of the workflow fails on its history, again and again. */
  WORKFLOW_TASK_FAILING,
  /** A row asks for a workflow that does not run. */
  WORKFLOW_MISSING,
  /** The last run was terminated, failed or timed out: its undoing may be missing. */
  WORKFLOW_TERMINATED
}
