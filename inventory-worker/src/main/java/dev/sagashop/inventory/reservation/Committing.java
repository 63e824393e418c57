package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;
import dev.sagashop.inventory.stock.Stock;
import dev.sagashop.platform.outbox.Inbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a paid order holds off the shelf. */
@Component
class Committing {

  /** What became of a commit. */
  enum Outcome {
    COMMITTED,
    /** The reservation had ended before; recorded, without an effect. */
    ENDED_BEFORE,
    /** The same event had its effect before. */
    REPEATED
  }

  private final Reservations reservations;
  private final Stock stock;
  private final Inbox inbox;

  Committing(Reservations reservations, Stock stock, Inbox inbox) {
    this.reservations = reservations;
    this.stock = stock;
    this.inbox = inbox;
  }

  /**
   * Commits on the word of an event.
   *
   * @throws UnknownOrderException if the order never reserved anything
   */
  @Transactional
  public Outcome commitPaid(OrderId orderId, String group, String eventId) {
    if (!inbox.firstTime(group, eventId)) {
      return Outcome.REPEATED;
    }
    var reservation =
        reservations.lock(orderId).orElseThrow(() -> new UnknownOrderException(orderId));
    return commit(reservation, "payment-success");
  }

  /** Commits on the word of an admin; an order without a reservation needs no commit. */
  @Transactional
  public void commitByHand(OrderId orderId, String admin) {
    reservations
        .lock(orderId)
        .ifPresent(
            reservation -> {
              OwnedBySagaException.throwIfHeldBySaga(reservation);
              commit(reservation, admin);
            });
  }

  /** Commits a reservation whose row is locked. */
  Outcome commit(Reservation reservation, String actor) {
    return switch (reservation.status()) {
      case RESERVED -> {
        var orderId = reservation.orderId();
        var held = reservations.items(orderId);
        stock.lock(held.units().keySet());
        stock.sell(orderId, held, actor);
        reservations.commit(orderId);
        yield Outcome.COMMITTED;
      }
      case FAILED, RELEASED, COMMITTED, RETURNED -> Outcome.ENDED_BEFORE;
    };
  }
}
