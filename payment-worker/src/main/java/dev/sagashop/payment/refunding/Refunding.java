package dev.sagashop.payment.refunding;

import dev.sagashop.activities.payment.OutsideRefund;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives money back in three moves, like a charge: commit the attempt and set its amount aside, ask
 * the provider with no transaction open, commit what was decided together with its event.
 *
 * <p>The events mean the whole order: {@code refund-success} is told when everything is back and
 * the order was asked to be, {@code refund-failed} unless the refund is partial. A part of the
 * money is told to nobody here.
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

  /**
   * Records money that went back on another way, under the guard of the books: it counts as given
   * back, and the provider is not asked.
   *
   * @return the decided attempt; an earlier one if that has succeeded
   */
  public RefundAttempt recordOutside(OutsideRefund request) {
    return transaction.execute(_ -> recordUnderLock(request));
  }

  private RefundAttempt recordUnderLock(OutsideRefund request) {
    RefundCharge refund = request.refund();
    payments.lockOrder(refund.orderId());
    return known(refund)
        .or(() -> obstacle(refund, payments.find(refund.orderId())).map(no -> refuse(refund, no)))
        .orElseGet(
            () -> {
              String reference = request.reference();
              RefundAttempt attempt = refunds.succeedAtOnce(refund, reference);
              return book(attempt, "outside: " + reference);
            });
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
    Optional<String> obstacle = obstacle(request, payments.find(request.orderId()));
    if (obstacle.isPresent()) {
      return refuse(request, obstacle.get());
    }
    if (request.amount().isZero()) {
      // Earlier refunds gave everything back; a provider does not know refunds of nothing.
      return book(refunds.succeedAtOnce(request, null), null);
    }
    payments.holdForRefund(request.orderId(), request.amount());
    RefundAttempt attempt = refunds.open(request);
    ledger.ask(attempt.key(), attempt.amount());
    return attempt;
  }

  /** Books an attempt that is decided without the provider. */
  private RefundAttempt book(RefundAttempt attempt, @Nullable String detail) {
    payments.holdForRefund(attempt.orderId(), attempt.amount());
    ledger.ask(attempt.key(), attempt.amount());
    giveBack(attempt, detail);
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

  private RefundAttempt refuse(RefundCharge request, String reason) {
    RefundAttempt refused = refunds.refuseAtOnce(request, reason);
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
    giveBack(attempt, reference);
    return refunds.succeed(attempt);
  }

  /** A partial refund that comes last completes the refund of an order, and tells it. */
  private void giveBack(RefundAttempt attempt, @Nullable String detail) {
    Payment payment = payments.giveBack(attempt.orderId(), attempt.amount());
    ledger.succeed(attempt.key(), attempt.amount(), detail);
    if (payment.status() == PaymentStatus.REFUNDED && refunds.isOrderWithdrawn(attempt.orderId())) {
      events.refunded(payment, attempt);
    }
  }

  private RefundAttempt refuse(RefundAttempt attempt, String reason) {
    payments.keep(attempt.orderId(), attempt.amount());
    ledger.fail(attempt.key(), attempt.amount(), reason);
    tellRefusal(attempt, reason);
    return refunds.refuse(attempt, reason);
  }

  private void tellRefusal(RefundAttempt attempt, String reason) {
    if (!attempt.partial()) {
      events.notRefunded(attempt.orderId(), reason);
    }
  }
}
