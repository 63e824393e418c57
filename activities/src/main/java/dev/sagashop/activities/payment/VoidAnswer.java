package dev.sagashop.activities.payment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.sagashop.activities.Money;

/** The decision about a void. It is final for the order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
  @JsonSubTypes.Type(value = VoidAnswer.Voided.class, name = "voided"),
  @JsonSubTypes.Type(value = VoidAnswer.AlreadyCharged.class, name = "already-charged")
})
public sealed interface VoidAnswer {

  /** No money moved, and none ever will under this key. A declined charge counts as voided. */
  record Voided() implements VoidAnswer {}

  /** The charge had succeeded; the money has to go back by a refund. */
  record AlreadyCharged(String transactionId, Money amount) implements VoidAnswer {}
}
