package dev.sagashop.provider;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one key. It never changes.
 *
 * @param chargeKey the same key for a charge, that of the charge for a refund
 * @param reference the provider's own name for it
 * @param reason why it was declined or refused, else null
 */
record JournalEntry(
    String idempotencyKey,
    Kind kind,
    String chargeKey,
    long orderId,
    BigDecimal amount,
    String currency,
    Outcome outcome,
    String reference,
    @Nullable String reason,
    Instant at) {

  enum Kind {
    CHARGE,
    REFUND
  }

  enum Outcome {
    SUCCEEDED,
    DECLINED,
    REFUSED,
    VOIDED
  }

  /** Whether money moved. */
  boolean moved(Kind wanted) {
    return kind == wanted && outcome == Outcome.SUCCEEDED;
  }

  boolean decides(Movement movement) {
    return kind == movement.kind()
        && chargeKey.equals(movement.chargeKey())
        && orderId == movement.orderId()
        && amount.compareTo(movement.amount()) == 0
        && currency.equals(movement.currency());
  }
}
