package dev.sagashop.provider;

import dev.sagashop.provider.JournalEntry.Kind;
import dev.sagashop.provider.JournalEntry.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge or a refund that is asked for.
 *
 * @param chargeKey the same key for a charge, that of the charge for a refund
 * @param customerId who pays; null for a refund, or if nobody said
 */
record Movement(
    Kind kind,
    String key,
    String chargeKey,
    long orderId,
    @Nullable Long customerId,
    BigDecimal amount,
    String currency) {

  JournalEntry decided(Outcome outcome, @Nullable String reason) {
    return new JournalEntry(
        key,
        kind,
        chargeKey,
        orderId,
        amount,
        currency,
        outcome,
        "sim_" + UUID.randomUUID(),
        reason,
        Instant.now().truncatedTo(ChronoUnit.MICROS));
  }
}
