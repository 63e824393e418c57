package dev.sagashop.workflows.refund;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.inventory.ReturnedItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param attempt from which to go on, counted from 1; a run that follows a terminated one takes up
 *     the attempt that the refund's row names
 * @param returnStock whether all stock of the order goes back with the money
 * @param partial whether the order goes on without this money
 * @param returnedItems what goes back on the shelf of a partial refund; null means nothing
 * @param outsideReference of the refund outside that the attempt stands for, null if the provider
 *     is to be asked
 */
public record RefundRequest(
    RefundId refundId,
    OrderId orderId,
    Money amount,
    int attempt,
    boolean returnStock,
    boolean partial,
    @Nullable List<ReturnedItem> returnedItems,
    @Nullable String outsideReference) {

  public RefundRequest {
    // A history that was recorded before partial refunds has no list.
    returnedItems = returnedItems == null ? List.of() : List.copyOf(returnedItems);
  }

  /** A first attempt to give back the money of a whole order. */
  public static RefundRequest ofOrder(
      RefundId refundId, OrderId orderId, Money amount, boolean returnStock) {
    return new RefundRequest(refundId, orderId, amount, 1, returnStock, false, List.of(), null);
  }

  /** A first attempt to give back a part of the money. */
  public static RefundRequest ofPart(
      RefundId refundId, OrderId orderId, Money amount, List<ReturnedItem> returnedItems) {
    return new RefundRequest(refundId, orderId, amount, 1, false, true, returnedItems, null);
  }

  public List<ReturnedItem> itemsToReturn() {
    return returnedItems == null ? List.of() : returnedItems;
  }
}
