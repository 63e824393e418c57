package dev.sagashop.inventory.reservation;

import dev.sagashop.inventory.stock.StockLevel;
import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Fewer units are available than an admin wanted to reserve. */
final class InsufficientStockException extends ProblemException {

  InsufficientStockException(StockLevel level, int requested) {
    super(
        HttpStatus.CONFLICT,
        "INSUFFICIENT_STOCK",
        "Insufficient stock for productId=%d, requested=%d, available=%d"
            .formatted(level.productId(), requested, level.available()));
  }
}
