package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;
import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The order never came to the point of reserving. */
final class ReservationNotFoundException extends ProblemException {

  ReservationNotFoundException(OrderId orderId) {
    super(
        HttpStatus.NOT_FOUND,
        "RESERVATION_NOT_FOUND",
        "Reservation not found for orderId=%s".formatted(orderId));
  }
}
