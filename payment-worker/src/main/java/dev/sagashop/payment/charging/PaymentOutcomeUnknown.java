package dev.sagashop.payment.charging;

import dev.sagashop.activities.OrderId;
import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

class PaymentOutcomeUnknown extends ProblemException {

  PaymentOutcomeUnknown(OrderId orderId, Throwable cause) {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "PAYMENT_OUTCOME_UNKNOWN",
        "The payment provider gave no definite answer for order %s: repeat the request, it cannot charge twice"
            .formatted(orderId));
    initCause(cause);
  }
}
