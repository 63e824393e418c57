package dev.sagashop.payment.saga;

import dev.sagashop.activities.payment.ChargeAnswer;
import dev.sagashop.activities.payment.ChargeOrder;
import dev.sagashop.activities.payment.OutsideRefund;
import dev.sagashop.activities.payment.PaymentActivities;
import dev.sagashop.activities.payment.RefundAnswer;
import dev.sagashop.activities.payment.RefundCharge;
import dev.sagashop.activities.payment.VoidAnswer;
import dev.sagashop.activities.payment.VoidCharge;
import dev.sagashop.payment.book.NewPayment;
import dev.sagashop.payment.book.Payment;
import dev.sagashop.payment.book.PaymentOrigin;
import dev.sagashop.payment.book.RefundAttempt;
import dev.sagashop.payment.charging.Charging;
import dev.sagashop.payment.refunding.Refunding;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Says what the books have decided in the words of the sagas. */
@Component("paymentActivities")
public class SagaPayments implements PaymentActivities {

  private static final String PAYMENT_METHOD = "CREDIT_CARD";

  private final Charging charging;
  private final Refunding refunding;

  SagaPayments(Charging charging, Refunding refunding) {
    this.charging = charging;
    this.refunding = refunding;
  }

  @Override
  public ChargeAnswer charge(ChargeOrder request) {
    NewPayment demand =
        new NewPayment(
            request.orderId(),
            request.customerId(),
            request.amount(),
            PAYMENT_METHOD,
            PaymentOrigin.SAGA);
    return charging
        .charge(demand)
        .map(SagaPayments::asChargeAnswer)
        .orElseGet(ChargeAnswer.VoidedBefore::new);
  }

  private static ChargeAnswer asChargeAnswer(Payment payment) {
    return switch (payment.status()) {
      case COMPLETED, REFUNDED -> new ChargeAnswer.Charged(payment.transactionId());
      case FAILED ->
          payment.declineReason() == null
              ? new ChargeAnswer.VoidedBefore()
              : new ChargeAnswer.Declined(payment.declineReason());
      case PENDING -> throw undecided(payment);
    };
  }

  @Override
  public VoidAnswer voidCharge(VoidCharge request) {
    return charging
        .fence(request.orderId(), request.reason())
        .map(SagaPayments::asVoidAnswer)
        .orElseGet(VoidAnswer.Voided::new);
  }

  private static VoidAnswer asVoidAnswer(Payment payment) {
    return switch (payment.status()) {
      case COMPLETED, REFUNDED ->
          new VoidAnswer.AlreadyCharged(payment.transactionId(), payment.amount());
      case FAILED -> new VoidAnswer.Voided();
      case PENDING -> throw undecided(payment);
    };
  }

  @Override
  public RefundAnswer refund(RefundCharge request) {
    return asRefundAnswer(refunding.refund(request));
  }

  @Override
  public RefundAnswer recordOutsideRefund(OutsideRefund request) {
    return asRefundAnswer(refunding.recordOutside(request));
  }

  private static RefundAnswer asRefundAnswer(RefundAttempt attempt) {
    return switch (attempt.state()) {
      case SUCCEEDED -> new RefundAnswer.Refunded();
      case REFUSED -> new RefundAnswer.Refused(Objects.requireNonNull(attempt.reason()));
      case PENDING ->
          throw new IllegalStateException(
              "refund %s is undecided, expected a decision".formatted(attempt.key().value()));
    };
  }

  private static IllegalStateException undecided(Payment payment) {
    return new IllegalStateException(
        "payment of order %s is PENDING, expected a decision".formatted(payment.orderId()));
  }
}
