package dev.sagashop.platform.outbox;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The absence of a part that we depend on: one line when it goes, one when it is back. */
final class Outage {

  private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  private final String part;
  private final Duration longestPause;
  private int failures;

  Outage(String part, Duration longestPause) {
    this.part = part;
    this.longestPause = longestPause;
  }

  boolean isOpen() {
    return failures > 0;
  }

  /** Returns how long to wait before the next try. */
  Duration failed(Throwable cause) {
    if (failures == 0) {
      LOG.warn(
          "{} is unavailable; events wait in the outbox and follow when it is back: {}",
          part,
          describe(cause));
      LOG.debug("{} is unavailable", part, cause);
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
    failures++;
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }

  void succeeded() {
    if (failures > 0) {
      LOG.info("{} is back after {} failed tries", part, failures);
      failures = 0;
    }
  }

  static String describe(Throwable cause) {
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
