package dev.sagashop.order.cancelling;

import dev.sagashop.activities.OrderId;
import dev.sagashop.order.book.OrderStatus;
import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The order has come to a state in which it cannot be cancelled. */
final class NotCancellable extends ProblemException {

  NotCancellable(String code, OrderId orderId, OrderStatus status, String hint) {
    super(HttpStatus.CONFLICT, code, "Order %s is %s: %s".formatted(orderId, status, hint));
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }
}
