package dev.sagashop.inventory.reservation;

import static java.util.Objects.requireNonNull;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.inventory.ReservationAnswer;
import dev.sagashop.activities.inventory.ReservationAnswer.NoStockRecord;
import dev.sagashop.activities.inventory.ReservationAnswer.OutOfStock;
import dev.sagashop.activities.inventory.ReservationAnswer.ReleasedBefore;
import dev.sagashop.activities.inventory.ReservationAnswer.Reserved;
import dev.sagashop.activities.inventory.ReserveStock;
import dev.sagashop.inventory.stock.Quantities;
import dev.sagashop.inventory.stock.Stock;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reserves the lines of an order for its saga: all of them or none, decided once. */
@Component
class Reserving {

  private final Reservations reservations;
  private final Stock stock;
  private final InventoryEvents events;

  Reserving(Reservations reservations, Stock stock, InventoryEvents events) {
    this.reservations = reservations;
    this.stock = stock;
    this.events = events;
  }

  @Transactional
  public ReservationAnswer reserve(ReserveStock request) {
    var orderId = request.orderId();
    if (reservations.open(orderId, Origin.SAGA)) {
      return decide(request, new Quantities(new TreeMap<>()));
    }
    var known = reservations.lockKnown(orderId);
    if (known.isHeldByHand()) {
      // What an admin put aside for the order is not what its lines say: they are decided anew.
      var heldByHand = reservations.items(orderId);
      reservations.handOverToSaga(orderId);
      return decide(request, heldByHand);
    }
    return recordedAnswer(known);
  }

  /** Nothing is held any more after a release, so a repeat that comes later must not say so. */
  private static ReservationAnswer recordedAnswer(Reservation known) {
    return switch (known.status()) {
      case RESERVED, COMMITTED -> new Reserved();
      case FAILED -> requireNonNull(known.refusal());
      case RELEASED, RETURNED -> new ReleasedBefore();
    };
  }

  private ReservationAnswer decide(ReserveStock request, Quantities heldByHand) {
    var orderId = request.orderId();
    var wanted = Wanted.of(request.lines());
    var skus = new TreeSet<Sku>(wanted.skus());
    skus.addAll(heldByHand.units().keySet());
    var levels = stock.lock(skus);
    if (!heldByHand.units().isEmpty()) {
      stock.letGo(heldByHand);
      levels = stock.lock(skus);
    }
    var refusal = wanted.refusal(levels);
    if (refusal != null) {
      recordRefusal(orderId, refusal);
      return refusal;
    }
    var quantities = wanted.quantities();
    stock.hold(quantities);
    reservations.addItems(orderId, quantities);
    events.reserved(orderId, request.total());
    return new Reserved();
  }

  private void recordRefusal(OrderId orderId, ReservationAnswer refusal) {
    switch (refusal) {
      case OutOfStock outOfStock -> {
        reservations.refuse(orderId, outOfStock);
        events.failed(orderId, outOfStock.reason());
      }
      case NoStockRecord noStockRecord -> {
        reservations.refuse(orderId, noStockRecord);
        events.failed(orderId, noStockRecord.reason());
      }
      case Reserved _, ReleasedBefore _ ->
          throw new IllegalArgumentException(
              "%s is not a refusal, expected OutOfStock or NoStockRecord".formatted(refusal));
    }
  }
}
