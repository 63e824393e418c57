package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.Sku;
import dev.sagashop.inventory.stock.Quantities;
import dev.sagashop.inventory.stock.Stock;
import dev.sagashop.inventory.stock.StockLevel;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An admin puts units aside for an order, product by product. */
@Component
class ReservingByHand {

  private final Reservations reservations;
  private final Stock stock;

  ReservingByHand(Reservations reservations, Stock stock) {
    this.reservations = reservations;
    this.stock = stock;
  }

  /** Reserves units of one product. A repeat with the same quantity has no further effect. */
  @Transactional
  public void reserve(OrderId orderId, long productId, int quantity) {
    boolean opened = reservations.open(orderId, Origin.MANUAL);
    var reservation = reservations.lockKnown(orderId);
    OwnedBySagaException.throwIfHeldBySaga(reservation);
    var level = stock.lockProduct(productId);
    if (!opened && isDone(reservation, level, quantity)) {
      return;
    }
    if (quantity > level.available()) {
      throw new InsufficientStockException(level, quantity);
    }
    var quantities = new Quantities(new TreeMap<Sku, Integer>(Map.of(level.sku(), quantity)));
    stock.hold(quantities);
    reservations.addItems(orderId, quantities);
  }

  private boolean isDone(Reservation reservation, StockLevel level, int quantity) {
    var held = reservations.items(reservation.orderId()).units().get(level.sku());
    return switch (reservation.status()) {
      case RESERVED, COMMITTED -> {
        if (held != null && held != quantity) {
          throw ReservationConflictException.otherQuantity(
              reservation.orderId(), level.productId(), held, quantity);
        }
        if (held == null && reservation.status() == ReservationStatus.COMMITTED) {
          throw ReservationConflictException.closed(reservation);
        }
        yield held != null;
      }
      case FAILED, RELEASED, RETURNED -> throw ReservationConflictException.closed(reservation);
    };
  }
}
