package dev.sagashop.payment.book;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to give money back.
 *
 * @param partial whether the order goes on without this money
 * @param reason why it was refused, else null
 * @param outsideReference that proves it went another way than the provider's, else null
 * @param decidedAt null while it is pending
 */
public record RefundAttempt(
    RefundId refundId,
    int attempt,
    OrderId orderId,
    Money amount,
    boolean partial,
    RefundState state,
    @Nullable String reason,
    @Nullable String outsideReference,
    Instant requestedAt,
    @Nullable Instant decidedAt) {

  public MovementKey key() {
    return MovementKey.refund(orderId, refundId, attempt);
  }
}
