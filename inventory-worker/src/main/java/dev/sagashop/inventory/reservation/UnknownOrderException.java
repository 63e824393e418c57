package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;

/**
 * An event names an order that never reserved anything. An illegal argument, because no retry can
 * mend that: the record goes to the dead letters at once.
 */
final class UnknownOrderException extends IllegalArgumentException {

  UnknownOrderException(OrderId orderId) {
    super(
        "order %s has no reservation, expected one: stock is reserved before payment"
            .formatted(orderId));
  }
}
