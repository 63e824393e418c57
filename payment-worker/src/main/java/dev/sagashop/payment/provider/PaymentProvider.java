package dev.sagashop.payment.provider;

/**
 * Who moves the money. Every method is idempotent by its key: a repeat gives the first decision. It
 * is never called inside a transaction of ours.
 *
 * <p>Each method throws {@link ProviderUnreachable} when the outcome is not known: the money may or
 * may not have moved, and the same key has to be asked again.
 */
public interface PaymentProvider {

  /**
   * Takes money. A provider that creates an object of its own first and confirms it in a second
   * call hands its id to {@code memory} in between.
   */
  ChargeResult charge(ProviderCharge charge, ObjectMemory memory);

  /** Fences a charge: unless it has succeeded already, its key can never succeed any more. */
  VoidResult voidCharge(ProviderCharge charge);

  /** Gives money of a charge back. */
  RefundResult refund(ProviderRefund refund);

  /** Keeps the id of the provider's object durably, before the object is confirmed. */
  @FunctionalInterface
  interface ObjectMemory {
    void remember(String objectId);
  }
}
