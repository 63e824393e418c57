package dev.sagashop.audit.sources;

/** What the events of an order add up to. */
public enum ToldState {
  OPEN,
  PAID,
  REFUND_PENDING,
  REFUND_FAILED,
  CANCELLED
}
