package dev.sagashop.bench.checkout;

import java.util.List;
import java.util.Map;

/** The six products that the catalogue starts with. */
final class Stock {

  private static final List<Long> PRODUCTS = List.of(1L, 2L, 3L, 4L, 5L, 6L);

  private Stock() {}

  /** Spreads the orders over all products, one unit each. */
  static long productOf(int order) {
    return PRODUCTS.get(order % PRODUCTS.size());
  }

  /** Brings what so many orders will take away, so that the shop keeps what it had. */
  static void deliver(Account admin, int orders) {
    for (int i = 0; i < PRODUCTS.size(); i++) {
      int units = (orders + PRODUCTS.size() - 1 - i) / PRODUCTS.size();
      if (units > 0) {
        admin.post("/inventory/add", Map.of("productId", PRODUCTS.get(i), "quantity", units));
      }
    }
  }
}
