package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.inventory.ReservationAnswer;
import dev.sagashop.activities.inventory.ReservationAnswer.NoStockRecord;
import dev.sagashop.activities.inventory.ReservationAnswer.OutOfStock;
import dev.sagashop.inventory.stock.Quantities;
import dev.sagashop.inventory.stock.StockLevel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an order wants, lines of one SKU added up. Two lines together may exceed an integer. */
record Wanted(SortedMap<Sku, Demand> demands) {

  record Demand(long productId, long units) {

    private Demand plus(Demand other) {
      return new Demand(productId, units + other.units);
    }
  }

  static Wanted of(List<LineItem> lines) {
    var demands = new TreeMap<Sku, Demand>();
    for (LineItem line : lines) {
      demands.merge(line.sku(), new Demand(line.productId(), line.quantity()), Demand::plus);
    }
    return new Wanted(demands);
  }

  Set<Sku> skus() {
    return demands.keySet();
  }

  /** The first reason, in SKU order, why these levels do not suffice; null if they do. */
  @Nullable ReservationAnswer refusal(Map<Sku, StockLevel> levels) {
    for (Map.Entry<Sku, Demand> entry : demands.entrySet()) {
      var sku = entry.getKey();
      var demand = entry.getValue();
      var level = levels.get(sku);
      if (level == null) {
        return new NoStockRecord(sku, demand.productId());
      }
      if (demand.units() > level.available()) {
        int requested = Math.clamp(demand.units(), 1, Integer.MAX_VALUE);
        return new OutOfStock(sku, demand.productId(), requested, level.available());
      }
    }
    return null;
  }

  /**
   * @throws ArithmeticException if a sum exceeds an integer, which {@link #refusal} would have told
   */
  Quantities quantities() {
    var units = new TreeMap<Sku, Integer>();
    demands.forEach((sku, demand) -> units.put(sku, Math.toIntExact(demand.units())));
    return new Quantities(units);
  }
}
