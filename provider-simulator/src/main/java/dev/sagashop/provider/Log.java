package dev.sagashop.provider;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Lines on the standard output. So few are written that a logging library would only cost start.
 */
final class Log {

  private Log() {}

  static void line(String text) {
    System.out.println(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + text);
  }
}
