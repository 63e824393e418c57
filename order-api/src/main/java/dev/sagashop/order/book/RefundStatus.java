package dev.sagashop.order.book;

/** How far a refund has come. */
public enum RefundStatus {
  /** Under way; the row is the command to start its workflow. */
  REQUESTED,
  SUCCEEDED,
  /** The payment provider refused; a person may open it again. */
  FAILED
}
