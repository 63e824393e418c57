package dev.sagashop.platform.outbox.deadletter;

/** What came of a question or an action about one dead letter. */
public sealed interface DeadLetterResult {

  /** The letter as it stands now. */
  record Done(DeadLetterDetails details) implements DeadLetterResult {}

  /** There is no such record (any more). */
  record Missing(String why) implements DeadLetterResult {}

  /** Nothing was done. */
  record Refused(Refusal refusal, String why) implements DeadLetterResult {}

  /** The broker did not acknowledge the replayed record; the letter is open again. */
  record NotSent(String why) implements DeadLetterResult {}
}
