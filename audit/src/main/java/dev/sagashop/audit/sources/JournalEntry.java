package dev.sagashop.audit.sources;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the payment provider says it did under one key.
 *
 * @param idempotencyKey {@code charge:{orderId}} or {@code refund:{refundId}:{attempt}}
 * @param kind {@code CHARGE} or {@code REFUND}
 * @param outcome {@code SUCCEEDED}, {@code DECLINED}, {@code REFUSED} or {@code VOIDED}
 */
public record JournalEntry(
    String idempotencyKey,
    String kind,
    long orderId,
    BigDecimal amount,
    String outcome,
    @Nullable String reference,
    Instant at) {

  public boolean movedMoney() {
    return outcome.equals("SUCCEEDED");
  }

  public boolean isCharge() {
    return kind.equals("CHARGE");
  }

  public boolean isRefund() {
    return kind.equals("REFUND");
  }
}
