package dev.sagashop.activities.inventory;

/** Why stock went back; the names are those of the release audit. */
public enum ReleaseReason {
  PAYMENT_FAILED,
  ORDER_CANCELLED,
  INVENTORY_EXPIRED,
  ORDER_REFUNDED
}
