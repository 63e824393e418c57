package dev.sagashop.order.attention;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one look found.
 *
 * @param items the oldest first
 * @param missing what could not be looked at, and why; empty if the items are all there are
 */
record Findings(List<SagaItem> items, List<String> missing) {

  Findings {
    items = List.copyOf(items);
    missing = List.copyOf(missing);
  }

  /** How many there are of each cause, also of those that there are none of. */
  Map<Cause, Long> byCause() {
    Map<Cause, Long> counts = new EnumMap<>(Cause.class);
    for (Cause cause : Cause.values()) {
      counts.put(cause, items.stream().filter(item -> item.cause() == cause).count());
    }
    return counts;
  }
}
