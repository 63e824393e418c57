package dev.sagashop.provider;

import java.util.Optional;

/** Decides as it is set, and keeps it in the journal. */
final class Provider {

  private final Journal journal;
  private final Controls controls;

  Provider(Journal journal, Controls controls) {
    this.journal = journal;
    this.controls = controls;
  }

  JournalEntry charge(Movement charge) {
    return journal.charge(charge, () -> decline(charge));
  }

  private Optional<String> decline(Movement charge) {
    Settings settings = controls.settings();
    boolean declined =
        controls.takeDecline()
            || (charge.customerId() != null
                && settings.declinedCustomers().contains(charge.customerId()))
            || !settings.mode().accepts(charge.orderId());
    return declined ? Optional.of(settings.failureReason()) : Optional.empty();
  }

  JournalEntry fence(Movement charge) {
    return journal.fence(charge);
  }

  JournalEntry refund(Movement refund) {
    return journal.refund(
        refund,
        () -> {
          Settings settings = controls.settings();
          return settings.refuseRefunds()
              ? Optional.of(settings.failureReason())
              : Optional.empty();
        });
  }
}
