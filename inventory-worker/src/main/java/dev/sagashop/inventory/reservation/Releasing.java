package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.inventory.ReleaseAnswer;
import dev.sagashop.activities.inventory.ReleaseReason;
import dev.sagashop.activities.inventory.ReleaseStock;
import dev.sagashop.inventory.stock.Stock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives back what an order holds: reserved units become available, sold ones return. */
@Component
class Releasing {

  private static final String SAGA = "saga";

  private final Reservations reservations;
  private final ReturnedItems returned;
  private final Stock stock;
  private final ReleaseAudit audit;

  Releasing(Reservations reservations, ReturnedItems returned, Stock stock, ReleaseAudit audit) {
    this.reservations = reservations;
    this.returned = returned;
    this.stock = stock;
    this.audit = audit;
  }

  @Transactional
  public ReleaseAnswer release(ReleaseStock request) {
    var orderId = request.orderId();
    if (reservations.buryUnlessKnown(orderId)) {
      return answer(0);
    }
    return answer(giveBack(reservations.lockKnown(orderId), request.reason(), SAGA));
  }

  /** An admin's release. One of an order that holds nothing leaves no trace. */
  @Transactional
  public void releaseByHand(OrderId orderId, String admin) {
    reservations
        .lock(orderId)
        .ifPresent(
            reservation -> {
              OwnedBySagaException.throwIfHeldBySaga(reservation);
              OwnedBySagaException.throwIfSoldBySaga(reservation);
              giveBack(reservation, ReleaseReason.ORDER_CANCELLED, admin);
            });
  }

  private long giveBack(Reservation reservation, ReleaseReason reason, String actor) {
    return switch (reservation.status()) {
      case RESERVED -> makeAvailable(reservation, reason);
      case COMMITTED -> takeBack(reservation, reason, actor);
      case FAILED, RELEASED, RETURNED -> reservation.unitsReturned();
    };
  }

  private long makeAvailable(Reservation reservation, ReleaseReason reason) {
    var orderId = reservation.orderId();
    var held = reservations.items(orderId);
    stock.lock(held.units().keySet());
    stock.letGo(held);
    reservations.release(orderId, held.total());
    audit.record(reservation, reason);
    return held.total();
  }

  private long takeBack(Reservation reservation, ReleaseReason reason, String actor) {
    var orderId = reservation.orderId();
    var sold = returned.rest(orderId, reservations.items(orderId));
    stock.lock(sold.units().keySet());
    stock.takeBack(orderId, sold, actor);
    reservations.takeBack(orderId, sold.total());
    audit.record(reservation, reason);
    return sold.total();
  }

  private static ReleaseAnswer answer(long units) {
    return new ReleaseAnswer(Math.clamp(units, 0, Integer.MAX_VALUE));
  }
}
