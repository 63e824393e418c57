package dev.sagashop.bench.report;

import java.util.Locale;

/**
 * How many times the floor something costs.
 *
 * @param floor what it is compared with, in words
 */
public record Ratio(String floor, double times) {

  public static Ratio ofTimes(String floor, double cost, double floorCost) {
    if (floorCost <= 0) {
      throw new IllegalArgumentException(
          "the floor '%s' is %s; expected more than 0".formatted(floor, floorCost));
    }
    return new Ratio(floor, cost / floorCost);
  }

  /** Of two rates; half the rate is twice the cost. */
  public static Ratio ofRates(String floor, double rate, double floorRate) {
    return ofTimes(floor, floorRate, rate);
  }

  String text() {
    return String.format(Locale.ROOT, "%.1f x %s", times, floor);
  }
}
