package dev.sagashop.payment.charging;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

class OrdersUnavailable extends ProblemException {

  OrdersUnavailable(Throwable cause) {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "ORDERS_UNAVAILABLE",
        "The service of orders does not tell what the order costs; nothing was charged, try again");
    initCause(cause);
  }
}
