package dev.sagashop.order.placing;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to place an order, as it came.
 *
 * @param items each field may be missing, see {@link PlaceOrderRules}
 * @param expectedTotal what the customer agreed to pay; refused with 409 if it costs something else
 *     now. Without it the order is taken at whatever the catalogue says.
 */
record PlaceOrder(@Nullable List<@Nullable WantedLine> items, @Nullable BigDecimal expectedTotal) {

  /**
   * @param price accepted and ignored: the catalogue's counts
   */
  record WantedLine(
      @Nullable Long productId, @Nullable Integer quantity, @Nullable BigDecimal price) {}

  List<@Nullable WantedLine> lines() {
    return items == null ? List.of() : items;
  }
}
