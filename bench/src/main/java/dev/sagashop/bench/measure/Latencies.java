package dev.sagashop.bench.measure;

import java.util.Arrays;
import java.util.Collection;

/** How long each of many things took. */
public final class Latencies {

  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] sorted;

  private Latencies(long[] sorted) {
    this.sorted = sorted;
  }

  public static Latencies ofNanos(Collection<Long> nanos) {
    if (nanos.isEmpty()) {
      throw new IllegalArgumentException("there are no latencies; expected at least one");
    }
    return new Latencies(nanos.stream().mapToLong(Long::longValue).sorted().toArray());
  }

  public int count() {
    return sorted.length;
  }

  /**
   * The smallest latency that at least so many percent did not exceed (nearest rank), in
   * milliseconds.
   */
  public double percentileMillis(double percent) {
    if (percent <= 0 || percent > 100) {
      throw new IllegalArgumentException(
          "percentile is %s; expected more than 0 and at most 100".formatted(percent));
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI;
  }

  @Override
  public String toString() {
    return "Latencies" + Arrays.toString(sorted);
  }
}
