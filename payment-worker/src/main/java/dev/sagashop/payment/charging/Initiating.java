package dev.sagashop.payment.charging;

import dev.sagashop.activities.OrderId;
import dev.sagashop.payment.book.NewPayment;
import dev.sagashop.payment.book.Payment;
import dev.sagashop.payment.book.PaymentOrigin;
import dev.sagashop.payment.book.PaymentStatus;
import dev.sagashop.payment.book.Payments;
import dev.sagashop.payment.provider.ProviderUnreachable;
import org.springframework.stereotype.Component;

/**
 * Charges an order because an admin says so, by the saga's own row and key. A saga that starts in
 * between therefore finds the same payment, and nothing is charged twice.
 */
@Component
class Initiating {

  private final Payments payments;
  private final Charging charging;

  Initiating(Payments payments, Charging charging) {
    this.payments = payments;
    this.charging = charging;
  }

  Payment initiate(NewPayment demand) {
    payments.find(demand.orderId()).ifPresent(Initiating::refuseWhatIsNotOurs);
    try {
      return charging
          .charge(demand)
          .orElseThrow(() -> new PaymentAlreadyDecided(voidedText(demand.orderId())));
    } catch (ProviderUnreachable unknown) {
      throw new PaymentOutcomeUnknown(demand.orderId(), unknown);
    }
  }

  private static void refuseWhatIsNotOurs(Payment payment) {
    if (payment.status() == PaymentStatus.PENDING && payment.origin() == PaymentOrigin.SAGA) {
      throw new PaymentOwnedBySaga(payment.orderId());
    }
    if (payment.status() == PaymentStatus.FAILED) {
      throw new PaymentAlreadyDecided(failedText(payment));
    }
  }

  private static String failedText(Payment payment) {
    return payment.declineReason() == null
        ? voidedText(payment.orderId())
        : "Payment of order %s was declined (%s): a decline is final, place a new order"
            .formatted(payment.orderId(), payment.declineReason());
  }

  private static String voidedText(OrderId orderId) {
    return "Payment of order %s was voided: a void is final, place a new order".formatted(orderId);
  }
}
