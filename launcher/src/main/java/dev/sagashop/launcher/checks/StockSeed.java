package dev.sagashop.launcher.checks;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The stock of the six products that the catalogue starts with. */
public final class StockSeed {
  private static final List<Long> PRODUCTS = List.of(1L, 2L, 3L, 4L, 5L, 6L);
  private static final List<Integer> AVAILABLE = List.of(50, 100, 200, 75, 30, 150);

  private StockSeed() {}

  /**
   * Fills an inventory that has never heard of these products; true when it did.
   *
   * @param client anybody who is signed in; the filling itself is done by the administrator
   */
  public static boolean loadOnce(ShopClient client) {
    if (!stock(client).isEmpty()) {
      return false;
    }
    try (ShopClient admin = ShopClient.admin(client.gateway())) {
      for (int i = 0; i < PRODUCTS.size(); i++) {
        admin.post(
            "/inventory/set", Map.of("productId", PRODUCTS.get(i), "quantity", AVAILABLE.get(i)));
      }
      return true;
    }
  }

  /** Available units by product id, as the inventory tells them. */
  static JsonNode stock(ShopClient client) {
    return client.post("/inventory/batch", PRODUCTS);
  }
}
