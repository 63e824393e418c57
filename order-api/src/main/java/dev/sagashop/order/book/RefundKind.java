package dev.sagashop.order.book;

/** Why money goes back. */
public enum RefundKind {
  /**
   * A paid order was cancelled: everything that is left goes back, and the order waits for that.
   */
  FULL,
  /** An order that had ended unpaid was charged all the same; it stays ended. */
  LATE_CHARGE,
  /** Some units of the order. */
  LINES,
  /** An amount that somebody named. */
  AMOUNT,
  /** An amount that is owed for nothing; the goods stay with the customer. */
  GOODWILL;

  /** Whether the order goes on without this money. */
  public boolean isPartial() {
    return switch (this) {
      case FULL, LATE_CHARGE -> false;
      case LINES, AMOUNT, GOODWILL -> true;
    };
  }
}
