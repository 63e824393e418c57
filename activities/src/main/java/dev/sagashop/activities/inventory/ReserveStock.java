package dev.sagashop.activities.inventory;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import java.util.List;

/**
 * @param total of the order; the event {@code inventory-reserved} carries it
 * @param lines one or more; lines that share a SKU are added up
 */
public record ReserveStock(OrderId orderId, Money total, List<LineItem> lines) {

  public ReserveStock {
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          "order %s has no lines, expected one or more".formatted(orderId));
    }
    lines = List.copyOf(lines);
  }
}
