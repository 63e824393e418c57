package dev.sagashop.payment.enquiry;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

class PaymentNotFound extends ProblemException {

  PaymentNotFound(long orderId) {
    super(HttpStatus.NOT_FOUND, "PAYMENT_NOT_FOUND", "Payment not found for orderId=" + orderId);
  }
}
