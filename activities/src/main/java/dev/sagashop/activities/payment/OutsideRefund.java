package dev.sagashop.activities.payment;

/**
 * @param refund as the provider would have been asked for it
 * @param reference that proves the refund: of a bank transfer, a voucher
 */
public record OutsideRefund(RefundCharge refund, String reference) {

  public OutsideRefund {
    if (reference.isBlank()) {
      throw new IllegalArgumentException(
          "reference of refund %s is blank, expected what proves it".formatted(refund.refundId()));
    }
  }
}
