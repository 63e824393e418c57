package dev.sagashop.activities.payment;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;

/**
 * @param attempt counted from 1; it rises only after a definite refusal, so that an attempt of
 *     unknown outcome is repeated under its own key
 * @param partial whether the order goes on without this money; the events of a refund mean the
 *     whole order, so that they do not tell of a partial one
 */
public record RefundCharge(
    RefundId refundId, OrderId orderId, Money amount, int attempt, boolean partial) {

  public RefundCharge {
    if (attempt < 1) {
      throw new IllegalArgumentException(
          "attempt of refund %s is %d, expected 1 or more".formatted(refundId, attempt));
    }
  }
}
