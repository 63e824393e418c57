package dev.sagashop.order.book;

import static dev.sagashop.order.book.OrderStatus.CANCELLED;
import static dev.sagashop.order.book.OrderStatus.CREATED;
import static dev.sagashop.order.book.OrderStatus.DELIVERED;
import static dev.sagashop.order.book.OrderStatus.PAID;
import static dev.sagashop.order.book.OrderStatus.PAYMENT_PENDING;
import static dev.sagashop.order.book.OrderStatus.PLACED;
import static dev.sagashop.order.book.OrderStatus.REFUND_FAILED;
import static dev.sagashop.order.book.OrderStatus.REFUND_PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStatusTest {

  private static final Map<OrderStatus, Set<OrderStatus>> TABLE =
      Map.of(
          CREATED, Set.of(PLACED, PAYMENT_PENDING, PAID, CANCELLED),
          PLACED, Set.of(PAYMENT_PENDING, PAID, CANCELLED),
          PAYMENT_PENDING, Set.of(PAID, CANCELLED),
          PAID, Set.of(REFUND_PENDING, DELIVERED),
          REFUND_PENDING, Set.of(REFUND_FAILED, CANCELLED),
          REFUND_FAILED, Set.of(REFUND_PENDING, CANCELLED),
          CANCELLED, Set.of(),
          DELIVERED, Set.of());

  @ParameterizedTest
  @EnumSource
  void allowsTheTransitionsOfTheTableAndNoOthers(OrderStatus from) {
    for (OrderStatus to : OrderStatus.values()) {
      assertThat(from.allows(to))
          .as("%s to %s", from, to)
          .isEqualTo(TABLE.getOrDefault(from, Set.of()).contains(to));
    }
  }
}
