package dev.sagashop.workflows;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tries a step until it is decided. A round is one activity with a schedule-to-close timeout, in
 * which Temporal retries by itself. A round that fails marks the workflow for people and is
 * followed by the next one, after a growing pause.
 */
public final class Rounds {

  /** Long enough for a deployment or a failover, short enough that people learn of trouble. */
  public static final Duration LENGTH = Duration.ofMinutes(1);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final Attention attention;

  /** Rises when somebody asks not to wait for the next round. */
  private int hurries;

  public Rounds(Attention attention) {
    this.attention = attention;
  }

  /** Lets whatever pauses now begin its next round at once. */
  public void hurry() {
    hurries++;
  }

  /**
   * Tries without an end.
   *
   * @param step name for people
   * @param round runs one activity, which may take as long as the duration that it is given
   * @throws CanceledFailure or {@link ActivityFailure} caused by one, if the scope is cancelled
   */
  public <T> T untilDecided(String step, Function<Duration, T> round) {
    return tryRounds(step, round, null).orElseThrow();
  }

  /**
   * Tries until the deadline.
   *
   * @return empty if the deadline passed without a decision
   */
  public <T> Optional<T> untilDeadline(String step, Instant deadline, Function<Duration, T> round) {
    return tryRounds(step, round, deadline);
  }

  private <T> Optional<T> tryRounds(
      String step, Function<Duration, T> round, @Nullable Instant deadline) {
    Duration pause = FIRST_PAUSE;
    for (int number = 1; ; number++) {
      Duration length = atMostUntil(deadline, LENGTH);
      if (!length.isPositive()) {
        attention.settle(step);
        return Optional.empty();
      }
      try {
        T decision = round.apply(length);
        attention.settle(step);
        return Optional.of(decision);
      } catch (ActivityFailure failure) {
        if (isCancelled(failure)) {
          throw failure;
        }
        attention.raise(step, number, describe(failure), Attention.now().plus(pause));
      }
      rest(atMostUntil(deadline, pause));
      pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
    }
  }

  private void rest(Duration pause) {
    int before = hurries;
    if (pause.isPositive()) {
      Workflow.await(pause, () -> hurries > before);
    }
  }

  /** Whether an activity failed because its scope was cancelled, which is no trouble at all. */
  public static boolean isCancelled(ActivityFailure failure) {
    return failure.getCause() instanceof CanceledFailure;
  }

  private static Duration atMostUntil(@Nullable Instant deadline, Duration wanted) {
    if (deadline == null) {
      return wanted;
    }
    return shorter(Duration.between(Attention.now(), deadline), wanted);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static String describe(ActivityFailure failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause instanceof TemporalFailure known
        ? String.valueOf(known.getOriginalMessage())
        : String.valueOf(cause.getMessage());
  }
}
