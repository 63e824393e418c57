package dev.sagashop.order.reading;

import dev.sagashop.order.book.OrderStatus;
import dev.sagashop.platform.web.paging.TimeRange;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of a list are wanted.
 *
 * @param status null wants all
 * @param placed when
 */
record OrderFilter(@Nullable OrderStatus status, TimeRange placed) {

  static final OrderFilter NONE = new OrderFilter(null, new TimeRange(null, null));
}
