package dev.sagashop.bench.outbox;

import java.math.BigDecimal;
import java.util.List;

/** An event of the size of {@code order-created}, with a number to know it again. */
record BenchEvent(
    long number, long orderId, long userId, BigDecimal totalAmount, List<Line> items) {

  record Line(long productId, String title, int quantity, BigDecimal price) {}

  static BenchEvent of(long number, long orderId) {
    var line =
        new Line(4, "A title of a usual length, as products have one", 3, new BigDecimal("19.99"));
    return new BenchEvent(number, orderId, 7, new BigDecimal("59.97"), List.of(line));
  }
}
