package dev.sagashop.payment.provider;

/** A definite answer to a void. */
public sealed interface VoidResult {

  /** No money moved, and none ever will under this key. */
  record Voided() implements VoidResult {}

  /**
   * @param reference the provider's name for the charge
   */
  record AlreadyCharged(String reference) implements VoidResult {}
}
