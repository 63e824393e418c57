package dev.sagashop.payment.book;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The payment of an order.
 *
 * @param customerId null if an admin asked for it
 * @param transactionId our own number of it, a UUID as text
 * @param amount captured once it is {@code COMPLETED}
 * @param declineReason set if it failed because the provider said no
 * @param voidReason set if it failed because it was fenced
 * @param providerReference the provider's object; null until the provider named one
 * @param pendingRefund asked back, outcome not known
 */
public record Payment(
    long id,
    OrderId orderId,
    @Nullable Long customerId,
    String transactionId,
    Money amount,
    String method,
    PaymentOrigin origin,
    PaymentStatus status,
    @Nullable String declineReason,
    @Nullable String voidReason,
    @Nullable String providerReference,
    Money refunded,
    Money pendingRefund,
    Instant createdAt,
    Instant updatedAt) {

  /** What may still be asked back. */
  public BigDecimal refundable() {
    return switch (status) {
      case COMPLETED, REFUNDED ->
          amount.amount().subtract(refunded.amount()).subtract(pendingRefund.amount());
      case PENDING, FAILED -> BigDecimal.ZERO;
    };
  }
}
