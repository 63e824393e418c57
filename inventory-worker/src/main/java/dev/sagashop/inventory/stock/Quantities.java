package dev.sagashop.inventory.stock;

import dev.sagashop.activities.Sku;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Units of several SKUs that change together.
 *
 * @param units by SKU, in SKU order, each 1 or more
 */
public record Quantities(SortedMap<Sku, Integer> units) {

  public Quantities {
    var sorted = new TreeMap<Sku, Integer>();
    for (Map.Entry<Sku, Integer> entry : units.entrySet()) {
      if (entry.getValue() < 1) {
        throw new IllegalArgumentException(
            "quantity of %s is %d, expected 1 or more".formatted(entry.getKey(), entry.getValue()));
      }
      sorted.put(entry.getKey(), entry.getValue());
    }
    units = Collections.unmodifiableSortedMap(sorted);
  }

  public long total() {
    return units.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** Parameter for {@code unnest(:skus, :quantities)}, which reads both arrays side by side. */
  public SqlArrayValue skus() {
    return new SqlArrayValue("text", units.keySet().stream().map(Sku::value).toArray());
  }

  /** See {@link #skus()}. */
  public SqlArrayValue quantities() {
    return new SqlArrayValue("integer", units.values().toArray());
  }
}
