package dev.sagashop.identity.throttle;

import java.time.Duration;

/**
 * How often something may happen.
 *
 * @param most within one window
 * @param window begins with the first time
 */
record Allowance(int most, Duration window) {

  Allowance {
    if (most < 1 || !window.isPositive()) {
      throw new IllegalArgumentException(
          "%d times in %s allows nothing; give at least once and a time above zero"
              .formatted(most, window));
    }
  }
}
