package dev.sagashop.payment.charging;

import dev.sagashop.activities.OrderId;
import dev.sagashop.payment.book.Fences;
import dev.sagashop.payment.book.Ledger;
import dev.sagashop.payment.book.MovementKey;
import dev.sagashop.payment.book.Payment;
import dev.sagashop.payment.book.PaymentEvents;
import dev.sagashop.payment.book.PaymentStatus;
import dev.sagashop.payment.book.Payments;
import dev.sagashop.payment.provider.ChargeResult;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The last move of a charge and of a void: the decision and its event, in one transaction. */
@Component
class Settlement {

  private static final String VOIDED_ELSEWHERE = "Voided at the payment provider";

  private final Payments payments;
  private final Fences fences;
  private final Ledger ledger;
  private final PaymentEvents events;
  private final TransactionTemplate transaction;

  Settlement(
      Payments payments,
      Fences fences,
      Ledger ledger,
      PaymentEvents events,
      TransactionTemplate transaction) {
    this.payments = payments;
    this.fences = fences;
    this.ledger = ledger;
    this.events = events;
    this.transaction = transaction;
  }

  /** Records what the provider decided, unless a parallel call has recorded it. */
  Payment settle(OrderId orderId, ChargeResult result) {
    return transaction.execute(_ -> settleUnderLock(orderId, result));
  }

  private Payment settleUnderLock(OrderId orderId, ChargeResult result) {
    payments.lockOrder(orderId);
    Payment payment = payments.get(orderId);
    if (payment.status() != PaymentStatus.PENDING) {
      return payment;
    }
    Optional<String> fence = fences.reason(orderId);
    if (fence.isPresent()) {
      decideVoid(payment, result);
    }
    return switch (result) {
      case ChargeResult.Succeeded(String reference) -> complete(payment, reference);
      case ChargeResult.Declined(String reason) -> decline(payment, reason);
      case ChargeResult.Voided _ -> markVoided(payment, fence.orElse(VOIDED_ELSEWHERE));
    };
  }

  private Payment complete(Payment payment, String reference) {
    Payment completed = payments.complete(payment.orderId(), reference);
    ledger.succeed(MovementKey.charge(payment.orderId()), payment.amount(), reference);
    events.charged(completed);
    return completed;
  }

  private Payment decline(Payment payment, String reason) {
    ledger.fail(MovementKey.charge(payment.orderId()), payment.amount(), reason);
    events.notCharged(payment.orderId(), reason);
    return payments.decline(payment.orderId(), reason);
  }

  private Payment markVoided(Payment payment, String reason) {
    ledger.fail(MovementKey.charge(payment.orderId()), payment.amount(), reason);
    events.notCharged(payment.orderId(), reason);
    return payments.markVoided(payment.orderId(), reason);
  }

  private void decideVoid(Payment payment, ChargeResult result) {
    MovementKey key = MovementKey.voidOf(payment.orderId());
    switch (result) {
      case ChargeResult.Voided _ -> ledger.succeed(key, payment.amount(), null);
      case ChargeResult.Succeeded _ ->
          ledger.fail(key, payment.amount(), "The charge had succeeded before");
      case ChargeResult.Declined _ ->
          ledger.fail(key, payment.amount(), "The charge had been declined before");
    }
  }
}
