package dev.sagashop.order.reading;

import dev.sagashop.order.book.OrderStatus;
import dev.sagashop.platform.web.paging.TimeRange;
import dev.sagashop.platform.web.paging.Where;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of a list are wanted.
 *
 * @param status null wants all
 * @param placed when
 */
record OrderFilter(@Nullable OrderStatus status, TimeRange placed) {

  static final OrderFilter NONE = new OrderFilter(null, new TimeRange(null, null));

  /**
   * @param userId whose orders; null for everybody's
   */
  void narrow(Where where, @Nullable Long userId) {
    where
        .and("user_id = :userId", "userId", userId)
        .and("status = :status", "status", status == null ? null : status.name());
    placed.narrow(where, "created_at");
  }
}
