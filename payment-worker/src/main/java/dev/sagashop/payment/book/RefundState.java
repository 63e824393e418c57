package dev.sagashop.payment.book;

/** Where an attempt of a refund stands. */
public enum RefundState {
  /** Asked for; the outcome is not known. */
  PENDING,
  SUCCEEDED,
  /** A definite no; another attempt may follow. */
  REFUSED
}
