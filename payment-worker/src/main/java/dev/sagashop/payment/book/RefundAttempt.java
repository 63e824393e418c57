package dev.sagashop.payment.book;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to give money back.
 *
 * @param wholeRest whether it asked for all that was left, so that the order can be closed by it
 * @param reason why it was refused, else null
 * @param decidedAt null while it is pending
 */
public record RefundAttempt(
    RefundId refundId,
    int attempt,
    OrderId orderId,
    Money amount,
    boolean wholeRest,
    RefundState state,
    @Nullable String reason,
    Instant requestedAt,
    @Nullable Instant decidedAt) {

  public MovementKey key() {
    return MovementKey.refund(orderId, refundId, attempt);
  }
}
