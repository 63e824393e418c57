package dev.sagashop.workflows.checkout;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.sagashop.activities.order.CancelReason;

/** How a checkout ended. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CheckoutOutcome.Paid.class, name = "paid"),
  @JsonSubTypes.Type(value = CheckoutOutcome.Cancelled.class, name = "cancelled")
})
public sealed interface CheckoutOutcome {

  /** The money is ours and the stock is the customer's. */
  record Paid() implements CheckoutOutcome {}

  /**
   * Stock is released, and no money stays with us.
   *
   * @param explanation one sentence
   */
  record Cancelled(CancelReason reason, String explanation) implements CheckoutOutcome {}
}
