package dev.sagashop.payment.charging;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

class PaymentAlreadyDecided extends ProblemException {

  PaymentAlreadyDecided(String message) {
    super(HttpStatus.CONFLICT, "PAYMENT_ALREADY_DECIDED", message);
  }
}
