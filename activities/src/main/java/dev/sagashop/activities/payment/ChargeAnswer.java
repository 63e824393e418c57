package dev.sagashop.activities.payment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The decision about a charge. It is final for the order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ChargeAnswer.Charged.class, name = "charged"),
  @JsonSubTypes.Type(value = ChargeAnswer.Declined.class, name = "declined"),
  @JsonSubTypes.Type(value = ChargeAnswer.VoidedBefore.class, name = "voided-before")
})
public sealed interface ChargeAnswer {

  /**
   * The money is ours.
   *
   * @param transactionId our own number of the payment, a UUID as text
   */
  record Charged(String transactionId) implements ChargeAnswer {}

  /**
   * The payment provider said no; no retry can mend that.
   *
   * @param reason as consumers of {@code payment-failed} and customers read it
   */
  record Declined(String reason) implements ChargeAnswer {}

  /** The charge was fenced first, so this one came too late. No money moved. */
  record VoidedBefore() implements ChargeAnswer {}
}
