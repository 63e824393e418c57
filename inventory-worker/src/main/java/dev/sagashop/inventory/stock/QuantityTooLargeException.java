package dev.sagashop.inventory.stock;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The shelf would hold more units than can be counted. */
final class QuantityTooLargeException extends ProblemException {

  QuantityTooLargeException(String field, StockLevel before, int quantity) {
    super(
        HttpStatus.BAD_REQUEST,
        "QUANTITY_TOO_LARGE",
        "%s: %d is too large for productId=%d with onHand=%d, reserved=%d, expected at most %d on hand"
            .formatted(
                field,
                quantity,
                before.productId(),
                before.onHand(),
                before.reserved(),
                Integer.MAX_VALUE));
  }
}
