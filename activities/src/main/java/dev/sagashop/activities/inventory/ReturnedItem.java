package dev.sagashop.activities.inventory;

import dev.sagashop.activities.Sku;

/**
 * @param quantity units that go back on the shelf, 1 or more
 */
public record ReturnedItem(Sku sku, int quantity) {

  public ReturnedItem {
    if (quantity < 1) {
      throw new IllegalArgumentException(
          "quantity of %s is %d, expected 1 or more".formatted(sku, quantity));
    }
  }
}
