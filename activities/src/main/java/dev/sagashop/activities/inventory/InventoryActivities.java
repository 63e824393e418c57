package dev.sagashop.activities.inventory;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * Stock, as the sagas see it. Every step is idempotent by the order: the reservation's row is the
 * key and holds the answer. Whatever cannot be decided is thrown and tried again by Temporal.
 */
@ActivityInterface
public interface InventoryActivities {

  /**
   * Reserves all lines of an order or none. A repeat gives the first answer, unless the order was
   * released since: then it is too late.
   *
   * <p>Emits {@code inventory-reserved} or {@code inventory-failed} once.
   */
  @ActivityMethod
  ReservationAnswer reserveStock(ReserveStock request);

  /**
   * Gives back whatever the order still holds: reserved units become available, units already sold
   * return to the shelf. An order that holds nothing gets a tombstone, so that a reserve which
   * arrives later is refused.
   */
  @ActivityMethod
  ReleaseAnswer releaseStock(ReleaseStock request);

  /**
   * Puts some units of a paid order back on the shelf, once for each refund. A later {@link
   * #releaseStock} returns only the rest, and after one there is nothing left to return.
   *
   * @return how many units this or an earlier call for the refund put back
   */
  @ActivityMethod
  ReleaseAnswer returnItems(ReturnItems request);
}
