package dev.sagashop.order.attention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A saga that needs a person, as the staff sees it. Times are UTC without a zone; what is null is
 * left out.
 *
 * @param refundId null for a checkout
 * @param step name for people, null if it is not known or no step is at fault
 * @param attempt how often it was tried in vain
 * @param nextTry when it is tried again by itself, null if it is not
 * @param actions that can be taken now
 * @param link below the address of the Temporal Web UI
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SagaItem(
    String workflowId,
    SagaId.Kind kind,
    long orderId,
    @Nullable Long refundId,
    Cause cause,
    @Nullable String step,
    LocalDateTime since,
    long ageSeconds,
    @Nullable Integer attempt,
    @Nullable String lastError,
    @Nullable LocalDateTime nextTry,
    List<Action> actions,
    String link) {

  SagaItem {
    actions = List.copyOf(actions);
  }

  /** What is at fault, and how it goes on. */
  record Details(
      @Nullable String step,
      Instant since,
      @Nullable Integer attempt,
      @Nullable String lastError,
      @Nullable Instant nextTry) {

    static Details of(Instant since, @Nullable Integer attempt, @Nullable String lastError) {
      return new Details(null, since, attempt, lastError, null);
    }
  }

  static SagaItem of(SagaRow row, Cause cause, Details details, List<Action> actions, String link) {
    SagaId id = row.id();
    long age = Duration.between(details.since(), Instant.now()).toSeconds();
    return new SagaItem(
        id.workflowId(),
        id.kind(),
        row.orderId().value(),
        id.kind() == SagaId.Kind.REFUND ? id.number() : null,
        cause,
        details.step(),
        utc(details.since()),
        Math.max(0, age),
        details.attempt(),
        details.lastError(),
        details.nextTry() == null ? null : utc(details.nextTry()),
        actions,
        link);
  }

  private static LocalDateTime utc(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }
}
