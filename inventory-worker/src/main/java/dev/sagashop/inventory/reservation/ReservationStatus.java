package dev.sagashop.inventory.reservation;

/**
 * Where a reservation stands: {@code RESERVED → COMMITTED → RETURNED}, or {@code RESERVED →
 * RELEASED}. {@code FAILED} and the tombstone {@code RELEASED} are there from the beginning.
 */
enum ReservationStatus {
  RESERVED,
  FAILED,
  RELEASED,
  COMMITTED,
  RETURNED
}
