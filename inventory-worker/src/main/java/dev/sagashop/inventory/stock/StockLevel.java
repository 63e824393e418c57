package dev.sagashop.inventory.stock;

import dev.sagashop.activities.Sku;

/**
 * The stock of one SKU.
 *
 * @param onHand units on the shelf, those that are held for orders included
 * @param reserved units that are held for orders which are not paid yet
 */
public record StockLevel(Sku sku, long productId, int onHand, int reserved) {

  public int available() {
    return onHand - reserved;
  }
}
