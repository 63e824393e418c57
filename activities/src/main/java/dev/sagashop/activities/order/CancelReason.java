package dev.sagashop.activities.order;

/** Why an order ended without being paid; customers see it as {@code cancelReason}. */
public enum CancelReason {
  OUT_OF_STOCK,
  PAYMENT_DECLINED,
  PAYMENT_EXPIRED,
  CANCELLED_ON_REQUEST
}
