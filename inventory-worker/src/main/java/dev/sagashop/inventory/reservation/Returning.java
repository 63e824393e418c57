package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.inventory.ReleaseAnswer;
import dev.sagashop.activities.inventory.ReturnItems;
import dev.sagashop.activities.inventory.ReturnedItem;
import dev.sagashop.inventory.stock.Quantities;
import dev.sagashop.inventory.stock.Stock;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts units of a sold order back on the shelf, because a part of its money went back. */
@Component
class Returning {

  private static final String ACTOR = "refund";

  private final Reservations reservations;
  private final ReturnedItems returned;
  private final Committing committing;
  private final Stock stock;

  Returning(Reservations reservations, ReturnedItems returned, Committing committing, Stock stock) {
    this.reservations = reservations;
    this.returned = returned;
    this.committing = committing;
    this.stock = stock;
  }

  @Transactional
  public ReleaseAnswer returnItems(ReturnItems request) {
    var reservation = reservations.lockKnown(request.orderId());
    int before = returned.unitsOf(request.refundId());
    if (before > 0) {
      return new ReleaseAnswer(before);
    }
    return switch (reservation.status()) {
      case RESERVED -> {
        // The order is paid, only the event that says so has not arrived yet.
        committing.commit(reservation, ACTOR);
        yield putBack(request);
      }
      case COMMITTED -> putBack(request);
      case FAILED, RELEASED, RETURNED -> new ReleaseAnswer(0);
    };
  }

  private ReleaseAnswer putBack(ReturnItems request) {
    var units = new TreeMap<Sku, Integer>();
    request.items().forEach(item -> units.merge(item.sku(), item.quantity(), Integer::sum));
    var rest = returned.rest(request.orderId(), reservations.items(request.orderId()));
    request.items().forEach(item -> expectLeft(request.orderId(), item, rest));
    var items = new Quantities(units);
    stock.lock(items.units().keySet());
    stock.takeBack(request.orderId(), items, ACTOR);
    returned.record(request.refundId(), request.orderId(), items);
    return new ReleaseAnswer(Math.toIntExact(items.total()));
  }

  private static void expectLeft(OrderId orderId, ReturnedItem item, Quantities rest) {
    int left = rest.units().getOrDefault(item.sku(), 0);
    if (item.quantity() > left) {
      throw new IllegalStateException(
          "order %s has %d of %s left to return, expected at least %d"
              .formatted(orderId, left, item.sku(), item.quantity()));
    }
  }
}
