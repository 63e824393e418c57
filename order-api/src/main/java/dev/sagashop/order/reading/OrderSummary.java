package dev.sagashop.order.reading;

import dev.sagashop.order.book.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was sold from one moment to another, both included.
 *
 * @param byStatus how many orders are in it now; every status is there
 * @param gross of the orders that were paid, whatever became of them
 * @param refunded of these orders, by refunds that succeeded
 * @param net gross without refunded
 * @param days every day of the range, in UTC
 */
record OrderSummary(
    String currency,
    Instant from,
    Instant to,
    Map<OrderStatus, Long> byStatus,
    BigDecimal gross,
    BigDecimal refunded,
    BigDecimal net,
    List<SoldOnDay> days) {

  OrderSummary {
    // Not a copy by Map, which would mix them up.
    byStatus = Collections.unmodifiableMap(new EnumMap<>(byStatus));
    days = List.copyOf(days);
  }

  /**
   * @param orders that were placed on this day
   * @param net of them
   */
  record SoldOnDay(LocalDate day, long orders, BigDecimal net) {}
}
