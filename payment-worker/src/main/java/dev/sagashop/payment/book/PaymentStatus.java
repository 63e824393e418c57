package dev.sagashop.payment.book;

/** Where a payment stands. */
public enum PaymentStatus {
  /** Asked for; the outcome is not known. */
  PENDING,
  /** The money is ours, perhaps with parts of it given back. */
  COMPLETED,
  /** Declined or voided: no money moved, and none ever will. */
  FAILED,
  /** Everything was given back. */
  REFUNDED
}
