package dev.sagashop.inventory.stock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Admins say what is on the shelf; what is held for orders is never touched. */
@Component
class Counting {

  private final Stock stock;

  Counting(Stock stock) {
    this.stock = stock;
  }

  /** Adds units that arrived. */
  @Transactional
  public void add(long productId, int quantity, String actor) {
    var before = stock.lockOrCreate(productId);
    stock.count(before, countable(before, quantity, before.onHand()), MovementKind.RECEIVED, actor);
  }

  /** Sets the units that are available to exactly this many. */
  @Transactional
  public void set(long productId, int available, String actor) {
    var before = stock.lockOrCreate(productId);
    stock.count(before, countable(before, available, before.reserved()), MovementKind.SET, actor);
  }

  private static int countable(StockLevel before, int quantity, int base) {
    long onHand = (long) base + quantity;
    if (onHand > Integer.MAX_VALUE) {
      throw new QuantityTooLargeException("quantity", before, quantity);
    }
    return Math.toIntExact(onHand);
  }
}
