package dev.sagashop.payment.charging;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.platform.web.ProblemException;
import java.math.BigDecimal;
import org.springframework.http.HttpStatus;

class OrderNotPayable extends ProblemException {

  private OrderNotPayable(HttpStatus status, String code, String message) {
    super(status, code, message);
  }

  static OrderNotPayable unknown(OrderId orderId) {
    return new OrderNotPayable(
        HttpStatus.NOT_FOUND, "ORDER_NOT_FOUND", "Order not found with id: " + orderId);
  }

  static OrderNotPayable notOpen(OrderId orderId, String status) {
    return new OrderNotPayable(
        HttpStatus.CONFLICT,
        "ORDER_NOT_PAYABLE",
        "Order %s is %s, expected one that waits for its payment".formatted(orderId, status));
  }

  static OrderNotPayable costs(OrderId orderId, BigDecimal total, Money amount) {
    return new OrderNotPayable(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "AMOUNT_DIFFERS",
        "Order %s costs %s, expected that amount and not %s"
            .formatted(orderId, total, amount.amount()));
  }
}
