package dev.sagashop.bench.report;

import dev.sagashop.bench.measure.Latencies;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured.
 *
 * @param what was done
 * @param how many did it at once, or at which rate
 * @param ratio to the floor; null for the floor itself
 */
public record Row(
    String what, String how, Map<Metric, Double> values, @Nullable Ratio ratio, List<Bar> bars) {

  public Row {
    values = Collections.unmodifiableMap(new EnumMap<>(values));
    bars = List.copyOf(bars);
    for (Bar bar : bars) {
      if (!values.containsKey(bar.metric())) {
        throw new IllegalArgumentException(
            "'%s' has the bar '%s' and no such value; it has %s"
                .formatted(what, bar.text(), values.keySet()));
      }
    }
  }

  public static Row of(String what, String how, Map<Metric, Double> values) {
    return new Row(what, how, values, null, List.of());
  }

  public static Row of(String what, String how, Latencies latencies, double perSecond) {
    return of(
        what,
        how,
        Map.of(
            Metric.COUNT, (double) latencies.count(),
            Metric.P50, latencies.percentileMillis(50),
            Metric.P95, latencies.percentileMillis(95),
            Metric.P99, latencies.percentileMillis(99),
            Metric.PER_SECOND, perSecond));
  }

  public Row against(Ratio floor) {
    return new Row(what, how, values, floor, bars);
  }

  public Row withBars(Bar... wanted) {
    return new Row(what, how, values, ratio, List.of(wanted));
  }

  public double value(Metric metric) {
    Double value = values.get(metric);
    if (value == null) {
      throw new IllegalArgumentException(
          "'%s' has no %s; it has %s".formatted(what, metric, values.keySet()));
    }
    return value;
  }

  boolean meets(Bar bar) {
    return bar.isMetBy(value(bar.metric()));
  }
}
