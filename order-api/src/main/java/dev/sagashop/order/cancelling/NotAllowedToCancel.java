package dev.sagashop.order.cancelling;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The order belongs to somebody else. */
final class NotAllowedToCancel extends ProblemException {

  NotAllowedToCancel() {
    super(HttpStatus.FORBIDDEN, "FORBIDDEN", "You are not allowed to cancel this order");
  }
}
