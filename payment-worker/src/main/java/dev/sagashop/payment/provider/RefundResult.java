package dev.sagashop.payment.provider;

/** A definite answer to a refund. */
public sealed interface RefundResult {

  /**
   * @param reference the provider's name for the refund
   */
  record Succeeded(String reference) implements RefundResult {}

  /**
   * @param reason for people and for {@code refund-failed}
   */
  record Refused(String reason) implements RefundResult {}
}
