package dev.sagashop.payment.simulator;

import dev.sagashop.payment.provider.ChargeResult;
import dev.sagashop.payment.provider.PaymentProvider;
import dev.sagashop.payment.provider.ProviderCharge;
import dev.sagashop.payment.provider.ProviderRefund;
import dev.sagashop.payment.provider.ProviderUnreachable;
import dev.sagashop.payment.provider.RefundResult;
import dev.sagashop.payment.provider.VoidResult;
import dev.sagashop.payment.simulator.JournalEntry.Outcome;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Moves no money and keeps an exact journal of it. Fails as {@link SimulatorControls} says: before
 * its work, after it, or slowly.
 */
@Component
class SimulatedProvider implements PaymentProvider {

  private final SimulatorJournal journal;
  private final SimulatorControls controls;

  SimulatedProvider(SimulatorJournal journal, SimulatorControls controls) {
    this.journal = journal;
    this.controls = controls;
  }

  @Override
  public ChargeResult charge(ProviderCharge charge, ObjectMemory memory) {
    JournalEntry entry =
        withFaults(charge.key(), () -> journal.find(charge.key()).orElseGet(() -> decide(charge)));
    return switch (entry.outcome()) {
      case SUCCEEDED -> new ChargeResult.Succeeded(entry.reference());
      case DECLINED -> new ChargeResult.Declined(Objects.requireNonNull(entry.reason()));
      case VOIDED -> new ChargeResult.Voided();
      case REFUSED -> throw impossible(entry);
    };
  }

  private JournalEntry decide(ProviderCharge charge) {
    SimulatorSettings settings = controls.settings();
    boolean declined =
        controls.takeDecline()
            || isDeclined(charge.customerId(), settings)
            || !settings.mode().accepts(charge.orderId());
    return declined
        ? journal.decide(charge, Outcome.DECLINED, settings.failureReason())
        : journal.decide(charge, Outcome.SUCCEEDED, null);
  }

  private static boolean isDeclined(@Nullable Long customerId, SimulatorSettings settings) {
    return customerId != null && settings.declinedCustomers().contains(customerId);
  }

  @Override
  public VoidResult voidCharge(ProviderCharge charge) {
    JournalEntry entry =
        withFaults(charge.key(), () -> journal.decide(charge, Outcome.VOIDED, null));
    return switch (entry.outcome()) {
      case SUCCEEDED -> new VoidResult.AlreadyCharged(entry.reference());
      case DECLINED, VOIDED -> new VoidResult.Voided();
      case REFUSED -> throw impossible(entry);
    };
  }

  @Override
  public RefundResult refund(ProviderRefund refund) {
    JournalEntry entry =
        withFaults(refund.key(), () -> journal.decide(refund, refusal().orElse(null)));
    return switch (entry.outcome()) {
      case SUCCEEDED -> new RefundResult.Succeeded(entry.reference());
      case REFUSED -> new RefundResult.Refused(Objects.requireNonNull(entry.reason()));
      case DECLINED, VOIDED -> throw impossible(entry);
    };
  }

  private Optional<String> refusal() {
    SimulatorSettings settings = controls.settings();
    return settings.refuseRefunds() ? Optional.of(settings.failureReason()) : Optional.empty();
  }

  private JournalEntry withFaults(String key, Supplier<JournalEntry> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "provider is asked for %s inside a transaction: commit first, its answer may take long"
              .formatted(key));
    }
    pause(Duration.ofMillis(controls.settings().slowMillis()), key);
    if (controls.takeError()) {
      throw new ProviderUnreachable("provider answered 503 to " + key);
    }
    JournalEntry entry = work.get();
    if (controls.takeLostReply()) {
      throw new ProviderUnreachable("provider's reply to " + key + " was lost");
    }
    return entry;
  }

  private static void pause(Duration time, String key) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new ProviderUnreachable("stopped waiting for the reply to " + key, interruption);
    }
  }

  private static IllegalStateException impossible(JournalEntry entry) {
    return new IllegalStateException(
        "%s is %s in the journal, expected an outcome of its kind"
            .formatted(entry.idempotencyKey(), entry.outcome()));
  }
}
