package dev.sagashop.payment.provider;

/** A definite answer to a charge. */
public sealed interface ChargeResult {

  /**
   * @param reference the provider's name for the charge
   */
  record Succeeded(String reference) implements ChargeResult {}

  /**
   * @param reason for people and for {@code payment-failed}
   */
  record Declined(String reason) implements ChargeResult {}

  /** The key was voided first. */
  record Voided() implements ChargeResult {}
}
