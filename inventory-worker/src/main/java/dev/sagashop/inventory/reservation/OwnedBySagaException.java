package dev.sagashop.inventory.reservation;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The saga of the order holds its stock, and decides what becomes of it. */
final class OwnedBySagaException extends ProblemException {

  private OwnedBySagaException(Reservation reservation) {
    super(
        HttpStatus.CONFLICT,
        "RESERVATION_OWNED_BY_SAGA",
        "The reservation of order %s is held by its checkout, expected one made by hand: cancel the order instead"
            .formatted(reservation.orderId()));
  }

  static void throwIfHeldBySaga(Reservation reservation) {
    if (reservation.isHeldBySaga()) {
      throw new OwnedBySagaException(reservation);
    }
  }
}
