package dev.sagashop.order.reading;

import dev.sagashop.order.book.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of a list are wanted; null wants all.
 *
 * @param from placed then or later
 * @param to placed then or before
 */
record OrderFilter(@Nullable OrderStatus status, @Nullable Instant from, @Nullable Instant to) {

  static final OrderFilter NONE = new OrderFilter(null, null, null);

  /**
   * @throws InvalidRange if it begins after its end
   */
  OrderFilter {
    if (from != null && to != null && from.isAfter(to)) {
      throw new InvalidRange(from, to);
    }
  }
}
