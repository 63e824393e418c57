package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;
import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The order's reservation does not take what an admin wanted to add. */
final class ReservationConflictException extends ProblemException {

  private ReservationConflictException(String code, String message) {
    super(HttpStatus.CONFLICT, code, message);
  }

  static ReservationConflictException otherQuantity(
      OrderId orderId, long productId, int held, int requested) {
    return new ReservationConflictException(
        "RESERVATION_DIFFERS",
        "Order %s already holds quantity=%d of productId=%d, requested=%d: release it first"
            .formatted(orderId, held, productId, requested));
  }

  static ReservationConflictException closed(Reservation reservation) {
    return new ReservationConflictException(
        "RESERVATION_CLOSED",
        "The reservation of order %s is %s, expected RESERVED: use another order id"
            .formatted(reservation.orderId(), reservation.status()));
  }
}
