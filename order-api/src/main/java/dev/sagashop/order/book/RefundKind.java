package dev.sagashop.order.book;

/** Why money goes back. */
public enum RefundKind {
  /** A paid order was cancelled: everything goes back, and the order waits for that. */
  FULL,
  /** An order that had ended unpaid was charged all the same; it stays ended. */
  LATE_CHARGE
}
