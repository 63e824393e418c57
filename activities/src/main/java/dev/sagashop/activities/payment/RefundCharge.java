package dev.sagashop.activities.payment;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;

/**
 * @param attempt counted from 1; it rises only after a definite refusal, so that an attempt of
 *     unknown outcome is repeated under its own key
 */
public record RefundCharge(RefundId refundId, OrderId orderId, Money amount, int attempt) {

  public RefundCharge {
    if (attempt < 1) {
      throw new IllegalArgumentException(
          "attempt of refund %s is %d, expected 1 or more".formatted(refundId, attempt));
    }
  }
}
