package dev.sagashop.inventory.stock;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The product was never counted. */
final class InventoryNotFoundException extends ProblemException {

  InventoryNotFoundException(long productId) {
    super(
        HttpStatus.NOT_FOUND,
        "INVENTORY_NOT_FOUND",
        "Inventory not found for productId=%d".formatted(productId));
  }
}
