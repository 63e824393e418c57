package dev.sagashop.payment.enquiry;

import dev.sagashop.activities.OrderId;
import dev.sagashop.payment.book.Payments;
import dev.sagashop.payment.book.Refunds;
import dev.sagashop.platform.web.openapi.Refuses;
import jakarta.validation.constraints.Positive;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentsController {

  private final Payments payments;
  private final Refunds refunds;

  PaymentsController(Payments payments, Refunds refunds) {
    this.payments = payments;
    this.refunds = refunds;
  }

  @Refuses({404})
  @GetMapping("/payments")
  PaymentDetails showPaymentOfOrder(@RequestParam @Positive long orderId) {
    OrderId id = new OrderId(orderId);
    return payments
        .find(id)
        .map(payment -> PaymentDetails.from(payment, refunds.attemptsOf(id)))
        .orElseThrow(() -> new PaymentNotFound(orderId));
  }
}
