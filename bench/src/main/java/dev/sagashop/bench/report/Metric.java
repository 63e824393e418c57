package dev.sagashop.bench.report;

/** A number that a row may have. */
public enum Metric {
  COUNT("n", "count", 0),
  P50("p50 ms", "p50Millis", 1),
  P95("p95 ms", "p95Millis", 1),
  P99("p99 ms", "p99Millis", 1),
  PER_SECOND("per s", "perSecond", 1),
  CORE_PERCENT("% of a core", "percentOfACore", 2);

  private final String header;
  private final String json;
  private final int decimals;

  Metric(String header, String json, int decimals) {
    this.header = header;
    this.json = json;
    this.decimals = decimals;
  }

  String header() {
    return header;
  }

  String json() {
    return json;
  }

  String format(double value) {
    return String.format(java.util.Locale.ROOT, "%." + decimals + "f", value);
  }
}
