package dev.sagashop.payment.book;

import dev.sagashop.activities.OrderId;
import dev.sagashop.platform.outbox.Outbox;
import dev.sagashop.platform.outbox.OutboxEvent;
import org.springframework.stereotype.Component;

/** Tells what was decided about money, in the transaction of the decision. */
@Component
public class PaymentEvents {

  record PaymentSuccess(long orderId, String transactionId) {}

  record PaymentFailed(long orderId, String reason) {}

  /** The published schema asks for {@code refundId}, the older consumers read the other one. */
  record RefundSuccess(long orderId, String refundId, String transactionId) {}

  record RefundFailed(long orderId, String reason) {}

  private final Outbox outbox;

  public PaymentEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  public void charged(Payment payment) {
    append(
        "payment-success",
        payment.orderId(),
        "paymentSuccessEvent",
        new PaymentSuccess(payment.orderId().value(), payment.transactionId()));
  }

  public void notCharged(OrderId orderId, String reason) {
    append(
        "payment-failed",
        orderId,
        "paymentFailedEvent",
        new PaymentFailed(orderId.value(), reason));
  }

  public void refunded(Payment payment, RefundAttempt attempt) {
    append(
        "refund-success",
        payment.orderId(),
        "refundSuccessEvent",
        new RefundSuccess(
            payment.orderId().value(), attempt.refundId().toString(), payment.transactionId()));
  }

  public void notRefunded(OrderId orderId, String reason) {
    append(
        "refund-failed", orderId, "refundFailedEvent", new RefundFailed(orderId.value(), reason));
  }

  private void append(String topic, OrderId orderId, String typeId, Object payload) {
    outbox.append(new OutboxEvent(topic, orderId.toString(), typeId, payload));
  }
}
