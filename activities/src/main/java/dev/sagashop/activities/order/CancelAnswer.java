package dev.sagashop.activities.order;

/** What became of the attempt to cancel an unpaid order. */
public enum CancelAnswer {
  /** The order is cancelled, by this call or by an earlier one. */
  CANCELLED,
  /** The order is paid, and a recorded success wins; nothing was written. */
  PAID_BEFORE
}
