package dev.sagashop.payment.enquiry;

import dev.sagashop.payment.book.Payment;
import dev.sagashop.payment.book.PaymentOrigin;
import dev.sagashop.payment.book.PaymentStatus;
import dev.sagashop.payment.book.RefundAttempt;
import dev.sagashop.payment.book.RefundState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payment of an order with everything that was given back. Times are local, in UTC. */
record PaymentDetails(
    long id,
    long orderId,
    String transactionId,
    BigDecimal amount,
    String currency,
    PaymentStatus status,
    PaymentOrigin origin,
    String paymentMethod,
    @Nullable String declineReason,
    @Nullable String voidReason,
    @Nullable String providerReference,
    BigDecimal refundedAmount,
    BigDecimal pendingRefundAmount,
    LocalDateTime createdAt,
    LocalDateTime updatedAt,
    List<Refund> refunds) {

  record Refund(
      long refundId,
      int attempt,
      BigDecimal amount,
      RefundState state,
      @Nullable String reason,
      @Nullable String outsideReference,
      LocalDateTime requestedAt,
      @Nullable LocalDateTime decidedAt) {

    static Refund from(RefundAttempt attempt) {
      return new Refund(
          attempt.refundId().value(),
          attempt.attempt(),
          attempt.amount().amount(),
          attempt.state(),
          attempt.reason(),
          attempt.outsideReference(),
          utc(attempt.requestedAt()),
          attempt.decidedAt() == null ? null : utc(attempt.decidedAt()));
    }
  }

  static PaymentDetails from(Payment payment, List<RefundAttempt> attempts) {
    return new PaymentDetails(
        payment.id(),
        payment.orderId().value(),
        payment.transactionId(),
        payment.amount().amount(),
        payment.amount().currency(),
        payment.status(),
        payment.origin(),
        payment.method(),
        payment.declineReason(),
        payment.voidReason(),
        payment.providerReference(),
        payment.refunded().amount(),
        payment.pendingRefund().amount(),
        utc(payment.createdAt()),
        utc(payment.updatedAt()),
        attempts.stream().map(Refund::from).toList());
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
