package dev.sagashop.activities.inventory;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import java.util.List;

/**
 * @param refundId the key: each refund returns its items once
 * @param items one or more, each SKU once
 */
public record ReturnItems(RefundId refundId, OrderId orderId, List<ReturnedItem> items) {

  public ReturnItems {
    if (items.isEmpty()) {
      throw new IllegalArgumentException(
          "refund %s returns no items, expected one or more".formatted(refundId));
    }
    items = List.copyOf(items);
  }
}
