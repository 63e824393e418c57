package dev.sagashop.workflows.checkout;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import java.time.Duration;
import java.util.List;

/**
 * @param customerId number of the user who ordered
 * @param lines one or more
 * @param total what will be charged
 * @param paymentDeadline how long reserved stock waits for the payment, counted from the
 *     reservation
 */
public record CheckoutRequest(
    OrderId orderId, long customerId, List<LineItem> lines, Money total, Duration paymentDeadline) {

  public CheckoutRequest {
    lines = List.copyOf(lines);
    if (!paymentDeadline.isPositive()) {
      throw new IllegalArgumentException(
          "payment deadline is %s, expected a positive duration".formatted(paymentDeadline));
    }
  }
}
