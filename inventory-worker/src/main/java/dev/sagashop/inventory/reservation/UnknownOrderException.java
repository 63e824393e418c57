package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;

/** An event names an order that never reserved anything; no retry can mend that. */
final class UnknownOrderException extends RuntimeException {

  UnknownOrderException(OrderId orderId) {
    super(
        "order %s has no reservation, expected one: stock is reserved before payment"
            .formatted(orderId));
  }
}
