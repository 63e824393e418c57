package dev.sagashop.payment.refunding;

import dev.sagashop.activities.payment.RefundCharge;
import dev.sagashop.payment.book.Ledger;
import dev.sagashop.payment.book.MovementKey;
import dev.sagashop.payment.book.Payment;
import dev.sagashop.payment.book.PaymentEvents;
import dev.sagashop.payment.book.PaymentStatus;
import dev.sagashop.payment.book.Payments;
import dev.sagashop.payment.book.RefundAttempt;
import dev.sagashop.payment.book.RefundState;
import dev.sagashop.payment.book.Refunds;
import dev.sagashop.payment.provider.PaymentProvider;
import dev.sagashop.payment.provider.ProviderCharge;
import dev.sagashop.payment.provider.ProviderRefund;
import dev.sagashop.payment.provider.RefundResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives money back in three moves, like a charge: commit the attempt and set its amount aside, ask
 * the provider with no transaction open, commit what was decided together with its event.
 *
 * <p>The events mean the whole order: {@code refund-success} is told when everything is back,
 * {@code refund-failed} when all that was left was asked for. A part of it is told to nobody here.
 */
@Component
public class Refunding {

  private final Payments payments;
  private final Refunds refunds;
  private final Ledger ledger;
  private final PaymentEvents events;
  private final PaymentProvider provider;
  private final TransactionTemplate transaction;

  Refunding(
      Payments payments,
      Refunds refunds,
      Ledger ledger,
      PaymentEvents events,
      PaymentProvider provider,
      TransactionTemplate transaction) {
    this.payments = payments;
    this.refunds = refunds;
    this.ledger = ledger;
    this.events = events;
    this.provider = provider;
    this.transaction = transaction;
  }

  /**
   * Gives money back once for each refund.
   *
   * @return the decided attempt; an earlier one if that has succeeded
   */
  public RefundAttempt refund(RefundCharge request) {
    RefundAttempt attempt = transaction.execute(_ -> open(request));
    return attempt.state() == RefundState.PENDING ? settle(attempt, ask(attempt)) : attempt;
  }

  private RefundAttempt open(RefundCharge request) {
    payments.lockOrder(request.orderId());
    return known(request).orElseGet(() -> openNew(request));
  }

  private Optional<RefundAttempt> known(RefundCharge request) {
    List<RefundAttempt> attempts = refunds.attemptsOf(request.refundId());
    for (RefundAttempt attempt : attempts) {
      if (!attempt.orderId().equals(request.orderId())
          || !attempt.amount().equals(request.amount())) {
        throw new IllegalArgumentException(
            "refund %s was %s of order %s, now %s of order %s is asked for: expected the same"
                .formatted(
                    request.refundId(),
                    attempt.amount(),
                    attempt.orderId(),
                    request.amount(),
                    request.orderId()));
      }
      if (attempt.attempt() == request.attempt() || attempt.state() == RefundState.SUCCEEDED) {
        return Optional.of(attempt);
      }
      if (attempt.state() == RefundState.PENDING) {
        throw new IllegalStateException(
            "attempt %d of refund %s is undecided: expected it to be repeated before attempt %d"
                .formatted(attempt.attempt(), request.refundId(), request.attempt()));
      }
    }
    return Optional.empty();
  }

  private RefundAttempt openNew(RefundCharge request) {
    Optional<Payment> payment = payments.find(request.orderId());
    BigDecimal refundable = payment.map(Payment::refundable).orElse(BigDecimal.ZERO);
    boolean wholeRest = request.amount().amount().compareTo(refundable) >= 0;
    Optional<String> obstacle = obstacle(request, payment);
    if (obstacle.isPresent()) {
      return refuseAtOnce(request, wholeRest, obstacle.get());
    }
    payments.holdForRefund(request.orderId(), request.amount());
    RefundAttempt attempt = refunds.open(request, wholeRest);
    ledger.ask(attempt.key(), attempt.amount());
    return attempt;
  }

  /** Why the provider need not be asked. */
  private static Optional<String> obstacle(RefundCharge request, Optional<Payment> known) {
    if (known.isEmpty()) {
      return Optional.of("Payment not found for orderId=" + request.orderId());
    }
    Payment payment = known.get();
    if (payment.status() == PaymentStatus.PENDING || payment.status() == PaymentStatus.FAILED) {
      return Optional.of("Payment is not refundable in status: " + payment.status());
    }
    if (!request.amount().currency().equals(payment.amount().currency())) {
      return Optional.of(
          "Refund is in %s, the payment in %s"
              .formatted(request.amount().currency(), payment.amount().currency()));
    }
    if (request.amount().amount().compareTo(payment.refundable()) > 0) {
      return Optional.of(
          "Refund of %s exceeds what is refundable: %s"
              .formatted(request.amount().amount(), payment.refundable()));
    }
    return Optional.empty();
  }

  private RefundAttempt refuseAtOnce(RefundCharge request, boolean wholeRest, String reason) {
    RefundAttempt refused = refunds.refuseAtOnce(request, wholeRest, reason);
    ledger.fail(refused.key(), refused.amount(), reason);
    tellRefusal(refused, reason);
    return refused;
  }

  private RefundResult ask(RefundAttempt attempt) {
    Payment payment = payments.get(attempt.orderId());
    ProviderCharge charge =
        new ProviderCharge(
            MovementKey.charge(payment.orderId()).value(),
            payment.orderId(),
            payment.customerId(),
            payment.amount(),
            payment.providerReference());
    return provider.refund(new ProviderRefund(attempt.key().value(), charge, attempt.amount()));
  }

  private RefundAttempt settle(RefundAttempt attempt, RefundResult result) {
    return transaction.execute(_ -> settleUnderLock(attempt, result));
  }

  private RefundAttempt settleUnderLock(RefundAttempt asked, RefundResult result) {
    payments.lockOrder(asked.orderId());
    RefundAttempt attempt = refunds.get(asked.refundId(), asked.attempt());
    if (attempt.state() != RefundState.PENDING) {
      return attempt;
    }
    return switch (result) {
      case RefundResult.Succeeded(String reference) -> succeed(attempt, reference);
      case RefundResult.Refused(String reason) -> refuse(attempt, reason);
    };
  }

  private RefundAttempt succeed(RefundAttempt attempt, String reference) {
    Payment payment = payments.giveBack(attempt.orderId(), attempt.amount());
    ledger.succeed(attempt.key(), attempt.amount(), reference);
    if (payment.status() == PaymentStatus.REFUNDED) {
      events.refunded(payment, attempt);
    }
    return refunds.succeed(attempt);
  }

  private RefundAttempt refuse(RefundAttempt attempt, String reason) {
    payments.keep(attempt.orderId(), attempt.amount());
    ledger.fail(attempt.key(), attempt.amount(), reason);
    tellRefusal(attempt, reason);
    return refunds.refuse(attempt, reason);
  }

  private void tellRefusal(RefundAttempt attempt, String reason) {
    if (attempt.wholeRest()) {
      events.notRefunded(attempt.orderId(), reason);
    }
  }
}
