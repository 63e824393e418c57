package dev.sagashop.payment.book;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;

/**
 * Names one movement of money, for us and for the provider. It follows from the business ids alone,
 * so that every repeat of a step arrives at the same key.
 *
 * @param value {@code charge:{orderId}}, {@code void:{orderId}} or {@code
 *     refund:{refundId}:{attempt}}
 */
public record MovementKey(Kind kind, OrderId orderId, String value) {

  /** What a movement does. */
  public enum Kind {
    CHARGE,
    VOID,
    REFUND
  }

  public static MovementKey charge(OrderId orderId) {
    return new MovementKey(Kind.CHARGE, orderId, "charge:" + orderId);
  }

  public static MovementKey voidOf(OrderId orderId) {
    return new MovementKey(Kind.VOID, orderId, "void:" + orderId);
  }

  public static MovementKey refund(OrderId orderId, RefundId refundId, int attempt) {
    return new MovementKey(Kind.REFUND, orderId, "refund:%s:%d".formatted(refundId, attempt));
  }
}
