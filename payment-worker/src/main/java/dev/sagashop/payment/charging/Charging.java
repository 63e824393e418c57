package dev.sagashop.payment.charging;

import dev.sagashop.activities.OrderId;
import dev.sagashop.payment.book.Fences;
import dev.sagashop.payment.book.Ledger;
import dev.sagashop.payment.book.MovementKey;
import dev.sagashop.payment.book.NewPayment;
import dev.sagashop.payment.book.Payment;
import dev.sagashop.payment.book.PaymentStatus;
import dev.sagashop.payment.book.Payments;
import dev.sagashop.payment.provider.ChargeResult;
import dev.sagashop.payment.provider.PaymentProvider;
import dev.sagashop.payment.provider.ProviderCharge;
import dev.sagashop.payment.provider.VoidResult;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Charges an order, or fences its charge, in three moves: commit what is asked, ask the provider
 * with no transaction open, commit what was decided together with its event. A crash between two
 * moves leaves a {@code PENDING} payment, and every repeat asks the provider again under the same
 * key. Whoever commits the decision first writes it; the others read it.
 */
@Component
public class Charging {

  private final Payments payments;
  private final Fences fences;
  private final Ledger ledger;
  private final PaymentProvider provider;
  private final Settlement settlement;
  private final TransactionTemplate transaction;

  Charging(
      Payments payments,
      Fences fences,
      Ledger ledger,
      PaymentProvider provider,
      Settlement settlement,
      TransactionTemplate transaction) {
    this.payments = payments;
    this.fences = fences;
    this.ledger = ledger;
    this.provider = provider;
    this.settlement = settlement;
    this.transaction = transaction;
  }

  /** What the first move found. */
  private sealed interface Opening {

    /** Nothing is left to do; no payment if the order was fenced before it had one. */
    record Decided(Optional<Payment> payment) implements Opening {}

    /** The provider has to be asked for the money. */
    record Undecided(Payment payment) implements Opening {}

    /** The provider has to be asked whether the money moved before the fence. */
    record Fenced(Payment payment) implements Opening {}
  }

  /**
   * Charges an order once.
   *
   * @return the decided payment; empty if the order was fenced first, so that it has no payment
   */
  public Optional<Payment> charge(NewPayment demand) {
    return carryOn(transaction.execute(_ -> open(demand)));
  }

  /**
   * Fences an order.
   *
   * @return the decided payment; empty if the order has none, and never will
   */
  public Optional<Payment> fence(OrderId orderId, String reason) {
    return carryOn(transaction.execute(_ -> placeFence(orderId, reason)));
  }

  private Optional<Payment> carryOn(Opening opening) {
    return switch (opening) {
      case Opening.Decided(Optional<Payment> payment) -> payment;
      case Opening.Undecided(Payment payment) ->
          Optional.of(settlement.settle(payment.orderId(), askToCharge(payment)));
      case Opening.Fenced(Payment payment) ->
          Optional.of(settlement.settle(payment.orderId(), askToVoid(payment)));
    };
  }

  private Opening open(NewPayment demand) {
    payments.lockOrder(demand.orderId());
    Optional<Payment> known = payments.find(demand.orderId());
    if (known.isPresent()) {
      return resume(known.get());
    }
    if (fences.reason(demand.orderId()).isPresent()) {
      return new Opening.Decided(Optional.empty());
    }
    ledger.ask(MovementKey.charge(demand.orderId()), demand.amount());
    return new Opening.Undecided(payments.open(demand));
  }

  private Opening resume(Payment payment) {
    if (payment.status() != PaymentStatus.PENDING) {
      return new Opening.Decided(Optional.of(payment));
    }
    return fences.reason(payment.orderId()).isPresent()
        ? new Opening.Fenced(payment)
        : new Opening.Undecided(payment);
  }

  private Opening placeFence(OrderId orderId, String reason) {
    payments.lockOrder(orderId);
    Optional<Payment> known = payments.find(orderId);
    if (known.isPresent() && known.get().status() != PaymentStatus.PENDING) {
      return new Opening.Decided(known);
    }
    boolean first = fences.place(orderId, reason);
    if (known.isEmpty()) {
      // A charge commits its PENDING before it asks the provider, and will find the fence there.
      return new Opening.Decided(Optional.empty());
    }
    if (first) {
      ledger.ask(MovementKey.voidOf(orderId), known.get().amount());
    }
    return new Opening.Fenced(known.get());
  }

  private ChargeResult askToCharge(Payment payment) {
    return provider.charge(
        asProviderCharge(payment),
        objectId ->
            transaction.executeWithoutResult(
                _ -> payments.rememberProviderObject(payment.orderId(), objectId)));
  }

  private ChargeResult askToVoid(Payment payment) {
    return switch (provider.voidCharge(asProviderCharge(payment))) {
      case VoidResult.Voided _ -> new ChargeResult.Voided();
      case VoidResult.AlreadyCharged(String reference) -> new ChargeResult.Succeeded(reference);
    };
  }

  private static ProviderCharge asProviderCharge(Payment payment) {
    return new ProviderCharge(
        MovementKey.charge(payment.orderId()).value(),
        payment.orderId(),
        payment.customerId(),
        payment.amount(),
        payment.providerReference());
  }
}
