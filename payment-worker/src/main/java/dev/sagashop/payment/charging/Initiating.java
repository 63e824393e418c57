package dev.sagashop.payment.charging;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.WorkflowIds;
import dev.sagashop.payment.book.NewPayment;
import dev.sagashop.payment.book.Payment;
import dev.sagashop.payment.book.PaymentOrigin;
import dev.sagashop.payment.book.PaymentStatus;
import dev.sagashop.payment.book.Payments;
import dev.sagashop.payment.provider.ProviderUnreachable;
import dev.sagashop.platform.temporal.RunningWorkflows;
import dev.sagashop.platform.temporal.TemporalOutOfReach;
import org.springframework.stereotype.Component;

/**
 * Charges an order because an admin says so, by the saga's own row and key, unless its checkout is
 * under way. One that starts in between finds the same payment, and nothing is charged twice.
 */
@Component
class Initiating {

  private final Payments payments;
  private final Charging charging;
  private final RunningWorkflows sagas;
  private final OrderEnquiry orders;

  Initiating(
      Payments payments, Charging charging, RunningWorkflows sagas, OrderEnquiry orders) {
    this.payments = payments;
    this.charging = charging;
    this.sagas = sagas;
    this.orders = orders;
  }

  /**
   * @param authorization of the caller, who must be allowed to see the order
   */
  Payment initiate(NewPayment demand, String authorization) {
    payments
        .find(demand.orderId())
        .ifPresentOrElse(
            Initiating::refuseWhatIsNotOurs,
            () -> {
              refuseWhatASagaWillCharge(demand.orderId());
              orders.requirePayable(demand.orderId(), demand.amount(), authorization);
            });
    try {
      return charging
          .charge(demand)
          .orElseThrow(() -> new PaymentAlreadyDecided(voidedText(demand.orderId())));
    } catch (ProviderUnreachable unknown) {
      throw new PaymentOutcomeUnknown(demand.orderId(), unknown);
    }
  }

  private void refuseWhatASagaWillCharge(OrderId orderId) {
    try {
      if (sagas.isRunning(WorkflowIds.checkout(orderId))) {
        throw new PaymentOwnedBySaga(orderId);
      }
    } catch (TemporalOutOfReach unknown) {
      throw new SagaUnknown(orderId, unknown);
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
