package dev.sagashop.bench.report;

import java.util.Locale;

/** What a metric should reach. A missed bar is news, not an error: machines differ. */
public record Bar(Metric metric, Kind kind, double limit) {

  /** Which side of the limit is good. */
  public enum Kind {
    AT_MOST("≤"),
    AT_LEAST("≥"),
    BELOW("<");

    private final String sign;

    Kind(String sign) {
      this.sign = sign;
    }
  }

  public static Bar atMost(Metric metric, double limit) {
    return new Bar(metric, Kind.AT_MOST, limit);
  }

  public static Bar atLeast(Metric metric, double limit) {
    return new Bar(metric, Kind.AT_LEAST, limit);
  }

  public static Bar below(Metric metric, double limit) {
    return new Bar(metric, Kind.BELOW, limit);
  }

  public boolean isMetBy(double value) {
    return switch (kind) {
      case AT_MOST -> value <= limit;
      case AT_LEAST -> value >= limit;
      case BELOW -> value < limit;
    };
  }

  String text() {
    return String.format(Locale.ROOT, "%s %s %.0f", metric.header(), kind.sign, limit);
  }
}
