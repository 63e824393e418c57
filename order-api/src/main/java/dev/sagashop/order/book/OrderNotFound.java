package dev.sagashop.order.book;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no such order, or none that the caller may know of. */
public final class OrderNotFound extends ProblemException {

  public OrderNotFound(long number) {
    super(HttpStatus.NOT_FOUND, "ORDER_NOT_FOUND", "Order not found with id: " + number);
  }
}
