package dev.sagashop.activities;

/**
 * One line of an order, as it was when the order was placed.
 *
 * @param productId number of the product in the catalogue
 * @param sku under which its stock is counted; two lines of an order may share it
 * @param quantity units, 1 or more
 * @param unitPrice from the catalogue, never from the client
 */
public record LineItem(long productId, Sku sku, int quantity, Money unitPrice) {

  public LineItem {
    if (quantity < 1) {
      throw new IllegalArgumentException(
          "quantity of %s is %d, expected 1 or more".formatted(sku, quantity));
    }
  }
}
