package dev.sagashop.order.placing;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to place an order, as it came.
 *
 * @param items each field may be missing, see {@link PlaceOrderRules}
 */
record PlaceOrder(@Nullable List<@Nullable WantedLine> items) {

  /**
   * @param price accepted and ignored: the catalogue's counts
   */
  record WantedLine(
      @Nullable Long productId, @Nullable Integer quantity, @Nullable BigDecimal price) {}

  List<@Nullable WantedLine> lines() {
    return items == null ? List.of() : items;
  }
}
