package dev.sagashop.inventory.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How many orders gave stock back within a span of time.
 *
 * @param reasons the most frequent first
 * @param buckets those with a release, oldest first
 */
record ReleaseSummary(
    Instant from, Instant to, long total, List<ReasonCount> reasons, List<Bucket> buckets) {

  ReleaseSummary {
    reasons = List.copyOf(reasons);
    buckets = List.copyOf(buckets);
  }

  record ReasonCount(String reason, long count) {}

  /**
   * @param start of the hour or the day, in UTC
   * @param reasons the count of each reason
   */
  record Bucket(Instant start, long count, Map<String, Long> reasons) {

    Bucket {
      reasons = Map.copyOf(reasons);
    }
  }
}
