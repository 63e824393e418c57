package dev.sagashop.payment.charging;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.payment.book.NewPayment;
import dev.sagashop.payment.book.Payment;
import dev.sagashop.payment.book.PaymentOrigin;
import dev.sagashop.payment.book.PaymentStatus;
import dev.sagashop.platform.web.openapi.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InitiationController {

  record InitiatePayment(
      @NotNull @Positive Long orderId,
      @NotNull @DecimalMin("0.01") @Digits(integer = 17, fraction = 2) BigDecimal amount,
      @NotBlank @Size(max = 64) String paymentMethod) {

    NewPayment asDemand() {
      return new NewPayment(
          new OrderId(orderId), null, Money.of(amount), paymentMethod, PaymentOrigin.ADMIN);
    }
  }

  record InitiatedPayment(
      long id,
      long orderId,
      String transactionId,
      BigDecimal amount,
      PaymentStatus status,
      LocalDateTime createdAt) {

    static InitiatedPayment from(Payment payment) {
      return new InitiatedPayment(
          payment.id(),
          payment.orderId().value(),
          payment.transactionId(),
          payment.amount().amount(),
          payment.status(),
          LocalDateTime.ofInstant(payment.createdAt(), ZoneOffset.UTC));
    }
  }

  private final Initiating initiating;

  InitiationController(Initiating initiating) {
    this.initiating = initiating;
  }

  @PostMapping("/payments/initiate")
  @Refuses({404, 409, 422})
  InitiatedPayment initiatePayment(
      @Valid @RequestBody InitiatePayment request,
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
    return InitiatedPayment.from(initiating.initiate(request.asDemand(), authorization));
  }
}
