package dev.sagashop.activities.order;

/** What became of a bookkeeping step. */
public enum StepAnswer {
  /** The fact is recorded, by this call or by an earlier one. */
  DONE,
  /** The order was cancelled before; nothing was written. */
  CANCELLED_BEFORE
}
