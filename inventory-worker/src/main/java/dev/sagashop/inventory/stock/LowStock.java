package dev.sagashop.inventory.stock;

import dev.sagashop.platform.web.paging.Where;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says when a stock is low. */
@Component
class LowStock {

  private final int threshold;

  /**
   * @param threshold so many available units, or fewer, are a low stock
   */
  LowStock(@Value("${sagashop.inventory.low-stock-threshold:5}") int threshold) {
    if (threshold < 0) {
      throw new IllegalArgumentException(
          "LOW_STOCK_THRESHOLD is %d, expected 0 or more".formatted(threshold));
    }
    this.threshold = threshold;
  }

  Availability of(StockLevel level) {
    if (level.available() == 0) {
      return Availability.OUT;
    }
    return level.available() <= threshold ? Availability.LOW : Availability.IN;
  }

  /**
   * The same as a condition.
   *
   * @param available SQL for the available units, of the statement it is used in
   */
  void narrow(Where where, String available, Availability wanted) {
    switch (wanted) {
      case OUT -> where.and(available + " = 0");
      case LOW -> where.and(available + " between 1 and :low", "low", threshold);
      case IN -> where.and(available + " > :low", "low", threshold);
    }
  }
}
