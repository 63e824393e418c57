package dev.sagashop.order.delivering;

import dev.sagashop.order.book.Order;
import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Only what is paid, and not on its way back, can be delivered. */
final class NotDeliverable extends ProblemException {
  NotDeliverable(Order order) {
    super(
        HttpStatus.CONFLICT,
        "ORDER_NOT_DELIVERABLE",
        "Order %s is %s, expected PAID: it cannot be delivered"
            .formatted(order.id(), order.status()));
  }
}
