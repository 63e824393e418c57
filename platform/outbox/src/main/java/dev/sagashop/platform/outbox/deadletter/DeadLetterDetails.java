package dev.sagashop.platform.outbox.deadletter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one dead letter.
 *
 * @param headers in the order of the record, repeated names too
 */
public record DeadLetterDetails(
    DeadLetter letter,
    @Nullable Content value,
    List<HeaderContent> headers,
    List<DeadLetterAuditEntry> audit) {

  /** One header. */
  public record HeaderContent(String name, @Nullable Content value) {}

  /**
   * What somebody did with it, who it was, and why.
   *
   * @param outcome where a replayed record went, or why it did not
   */
  public record DeadLetterAuditEntry(
      String action,
      long userId,
      String userName,
      String reason,
      @Nullable String outcome,
      Instant at) {}
}
