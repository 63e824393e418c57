package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.Sku;
import dev.sagashop.inventory.stock.Quantities;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What partial refunds put back on the shelf. Whoever writes holds the order's reservation. */
@Repository
class ReturnedItems {

  private final JdbcClient jdbc;

  ReturnedItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Units that a refund put back, zero if it put back none. */
  int unitsOf(RefundId refundId) {
    return jdbc.sql(
            "SELECT coalesce(sum(quantity), 0) FROM returned_items WHERE refund_id = :refundId")
        .param("refundId", refundId.value())
        .query(Integer.class)
        .single();
  }

  /** What is left of sold units, without those that were put back. */
  Quantities rest(OrderId orderId, Quantities sold) {
    var rest = new TreeMap<Sku, Integer>(sold.units());
    jdbc.sql("SELECT sku, quantity FROM returned_items WHERE order_id = :orderId")
        .param("orderId", orderId.value())
        .query(
            row -> {
              // A SKU of which nothing is left disappears.
              int quantity = row.getInt("quantity");
              rest.computeIfPresent(
                  new Sku(row.getString("sku")),
                  (_, left) -> left == quantity ? null : left - quantity);
            });
    return new Quantities(rest);
  }

  void record(RefundId refundId, OrderId orderId, Quantities items) {
    jdbc.sql(
            """
            INSERT INTO returned_items (refund_id, order_id, sku, quantity)
            SELECT :refundId, :orderId, sku, quantity
              FROM unnest(:skus, :quantities) AS item (sku, quantity)
            """)
        .param("refundId", refundId.value())
        .param("orderId", orderId.value())
        .param("skus", items.skus())
        .param("quantities", items.quantities())
        .update();
  }
}
