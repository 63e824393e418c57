package dev.sagashop.payment.charging;

import dev.sagashop.activities.OrderId;
import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

class PaymentOwnedBySaga extends ProblemException {

  PaymentOwnedBySaga(OrderId orderId) {
    super(
        HttpStatus.CONFLICT,
        "PAYMENT_OWNED_BY_SAGA",
        "Payment of order %s is charged by its checkout, which is under way: wait for its decision"
            .formatted(orderId));
  }
}
