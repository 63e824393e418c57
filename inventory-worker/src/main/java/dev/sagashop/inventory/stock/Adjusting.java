package dev.sagashop.inventory.stock;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Admins correct a count and say why. */
@Component
class Adjusting {

  private final Stock stock;
  private final Movements movements;

  Adjusting(Stock stock, Movements movements) {
    this.stock = stock;
    this.movements = movements;
  }

  /**
   * @param repeated whether the key stood for this movement before
   */
  record Adjusted(Movement movement, boolean repeated) {}

  /**
   * @param idempotencyKey null if the request is not to be repeated
   * @throws InventoryNotFoundException if the product was never counted
   * @throws AdjustmentRefused if less would be on hand than is reserved
   */
  @Transactional
  public Adjusted adjust(Adjustment wanted, String actor, @Nullable String idempotencyKey) {
    if (wanted.delta() == 0) {
      throw AdjustmentRefused.withoutChange();
    }
    if (idempotencyKey != null) {
      movements.lockRequest(actor, idempotencyKey);
      Optional<Movement> before = movements.ofRequest(actor, idempotencyKey);
      if (before.isPresent()) {
        return repeated(wanted, idempotencyKey, before.get());
      }
    }
    StockLevel before = stock.lockProduct(wanted.productId());
    long onHand = (long) before.onHand() + wanted.delta();
    if (onHand < before.reserved()) {
      throw AdjustmentRefused.reserved(before, wanted.delta());
    }
    if (onHand > Integer.MAX_VALUE) {
      throw new QuantityTooLargeException("delta", before, wanted.delta());
    }
    return new Adjusted(movements.one(stock.adjust(before, wanted, actor, idempotencyKey)), false);
  }

  private static Adjusted repeated(Adjustment wanted, String idempotencyKey, Movement before) {
    boolean same =
        before.productId() == wanted.productId()
            && before.delta() == wanted.delta()
            && wanted.reason().equals(before.reason());
    if (!same) {
      throw AdjustmentRefused.keyReused(idempotencyKey, before);
    }
    return new Adjusted(before, true);
  }
}
