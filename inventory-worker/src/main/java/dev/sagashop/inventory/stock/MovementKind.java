package dev.sagashop.inventory.stock;

/** Why the count of a shelf changed. */
enum MovementKind {
  RECEIVED,
  SET,
  SOLD,
  RETURNED,
  ADJUSTED
}
