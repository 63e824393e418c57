package dev.sagashop.activities.payment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The decision about one attempt of a refund. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RefundAnswer.Refunded.class, name = "refunded"),
  @JsonSubTypes.Type(value = RefundAnswer.Refused.class, name = "refused")
})
public sealed interface RefundAnswer {

  /** The money went back. */
  record Refunded() implements RefundAnswer {}

  /**
   * The payment provider said no; a person has to decide what happens next.
   *
   * @param reason as consumers of {@code refund-failed} and support staff read it
   */
  record Refused(String reason) implements RefundAnswer {}
}
