package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;
import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The saga of the order holds its stock, and decides what becomes of it. */
final class OwnedBySagaException extends ProblemException {

  private OwnedBySagaException(String message) {
    super(HttpStatus.CONFLICT, "RESERVATION_OWNED_BY_SAGA", message);
  }

  static OwnedBySagaException underWay(OrderId orderId) {
    return new OwnedBySagaException(
        "The checkout of order %s is under way, expected an order without one: cancel the order instead"
            .formatted(orderId));
  }

  static void throwIfHeldBySaga(Reservation reservation) {
    if (reservation.isHeldBySaga()) {
      throw new OwnedBySagaException(
          "The reservation of order %s is held by its checkout, expected one made by hand: cancel the order instead"
              .formatted(reservation.orderId()));
    }
  }

  static void throwIfSoldBySaga(Reservation reservation) {
    if (reservation.isSoldBySaga()) {
      throw new OwnedBySagaException(
          "The units of order %s are sold, expected a reservation made by hand: refund them with restock, or cancel the order"
              .formatted(reservation.orderId()));
    }
  }
}
