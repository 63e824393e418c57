package dev.sagashop.inventory.reservation;

/** Who reserved: the saga of the order, or an admin. */
enum Origin {
  SAGA,
  MANUAL
}
