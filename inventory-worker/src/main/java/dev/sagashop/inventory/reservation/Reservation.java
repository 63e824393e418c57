package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.inventory.ReservationAnswer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for an order.
 *
 * @param refusal the recorded answer of a reservation that is {@code FAILED}, else null
 * @param unitsReturned by its release, zero before
 */
record Reservation(
    OrderId orderId,
    UUID reservationId,
    Origin origin,
    ReservationStatus status,
    @Nullable ReservationAnswer refusal,
    long unitsReturned) {

  boolean isHeldBySaga() {
    return origin == Origin.SAGA && status == ReservationStatus.RESERVED;
  }

  /** What a customer bought is given back by a refund, never by hand. */
  boolean isSoldBySaga() {
    return origin == Origin.SAGA && status == ReservationStatus.COMMITTED;
  }

  boolean isHeldByHand() {
    return origin == Origin.MANUAL && status == ReservationStatus.RESERVED;
  }
}
