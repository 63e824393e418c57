package dev.sagashop.inventory.stock;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The rows of the stock. Whoever changes them first locks all the rows that it needs in one call,
 * so that two callers always meet at the same row and never wait for each other in a circle.
 */
@Repository
public class Stock {

  private static final RowMapper<StockLevel> LEVEL = Stock::level;

  private final JdbcClient jdbc;

  Stock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks the rows of these SKUs, in SKU order, until the transaction ends. */
  public Map<Sku, StockLevel> lock(Collection<Sku> skus) {
    var levels =
        jdbc.sql(
                """
                SELECT sku, product_id, on_hand, reserved
                  FROM stock
                 WHERE sku = ANY (:skus)
                 ORDER BY sku
                   FOR UPDATE
                """)
            .param("skus", new SqlArrayValue("text", skus.stream().map(Sku::value).toArray()))
            .query(LEVEL)
            .list();
    var bySku = new TreeMap<Sku, StockLevel>();
    levels.forEach(level -> bySku.put(level.sku(), level));
    return bySku;
  }

  /**
   * Locks the row of a product until the transaction ends.
   *
   * @throws InventoryNotFoundException if the product was never counted
   */
  public StockLevel lockProduct(long productId) {
    return findAndLock(productId).orElseThrow(() -> new InventoryNotFoundException(productId));
  }

  /** Holds units that are available. */
  public void hold(Quantities held) {
    change(held, "reserved = stock.reserved + change.quantity");
  }

  /** Makes units available again that were held. */
  public void letGo(Quantities held) {
    change(held, "reserved = stock.reserved - change.quantity");
  }

  /** Takes units off the shelf that were held for the order. */
  public void sell(OrderId orderId, Quantities sold, String actor) {
    change(
        sold,
        """
        reserved = stock.reserved - change.quantity,
        on_hand = stock.on_hand - change.quantity""");
    recordMovements(orderId, sold, MovementKind.SOLD, -1, actor);
  }

  /** Puts units back on the shelf that were sold to the order. */
  public void takeBack(OrderId orderId, Quantities returned, String actor) {
    change(returned, "on_hand = stock.on_hand + change.quantity");
    recordMovements(orderId, returned, MovementKind.RETURNED, 1, actor);
  }

  /** Locks the row of a product, which is created without units if there is none. */
  StockLevel lockOrCreate(long productId) {
    jdbc.sql(
            """
            INSERT INTO stock (sku, product_id, on_hand)
            VALUES (:sku, :productId, 0)
                ON CONFLICT (product_id) DO NOTHING
            """)
        .param("sku", Sku.ofProduct(productId).value())
        .param("productId", productId)
        .update();
    return lockProduct(productId);
  }

  /** Writes a new count of a locked row, and the movement that explains it. */
  void count(StockLevel before, int onHand, MovementKind kind, String actor) {
    if (onHand == before.onHand()) {
      return;
    }
    jdbc.sql(
            """
            WITH counted AS (
                UPDATE stock
                   SET on_hand = :onHand, last_updated = clock_timestamp()
                 WHERE sku = :sku
            )
            INSERT INTO stock_movements (sku, delta, kind, actor)
            VALUES (:sku, :delta, :kind, :actor)
            """)
        .param("sku", before.sku().value())
        .param("onHand", onHand)
        .param("delta", onHand - before.onHand())
        .param("kind", kind.name())
        .param("actor", actor)
        .update();
  }

  /**
   * Corrects the count of a locked row.
   *
   * @return number of the movement that explains it
   */
  long adjust(
      StockLevel before, Adjustment adjustment, String actor, @Nullable String idempotencyKey) {
    return jdbc.sql(
            """
            WITH adjusted AS (
                UPDATE stock
                   SET on_hand = on_hand + :delta, last_updated = clock_timestamp()
                 WHERE sku = :sku
            )
            INSERT INTO stock_movements (sku, delta, kind, actor, reason, idempotency_key)
            VALUES (:sku, :delta, :kind, :actor, :reason, :idempotencyKey)
            RETURNING id
            """)
        .param("sku", before.sku().value())
        .param("delta", adjustment.delta())
        .param("kind", MovementKind.ADJUSTED.name())
        .param("actor", actor)
        .param("reason", adjustment.reason())
        .param("idempotencyKey", idempotencyKey, Types.VARCHAR)
        .query(Long.class)
        .single();
  }

  private Optional<StockLevel> findAndLock(long productId) {
    return jdbc.sql(
            """
            SELECT sku, product_id, on_hand, reserved
              FROM stock
             WHERE product_id = :productId
               FOR UPDATE
            """)
        .param("productId", productId)
        .query(LEVEL)
        .optional();
  }

  private void change(Quantities quantities, String assignments) {
    int changed =
        jdbc.sql(
                """
                UPDATE stock
                   SET %s,
                       last_updated = clock_timestamp()
                  FROM unnest(:skus, :quantities) AS change (sku, quantity)
                 WHERE stock.sku = change.sku
                """
                    .formatted(assignments))
            .param("skus", quantities.skus())
            .param("quantities", quantities.quantities())
            .update();
    if (changed != quantities.units().size()) {
      throw new IllegalStateException(
          "changed %d stock rows, expected one for each of %s"
              .formatted(changed, quantities.units().keySet()));
    }
  }

  private void recordMovements(
      OrderId orderId, Quantities quantities, MovementKind kind, int sign, String actor) {
    jdbc.sql(
            """
            INSERT INTO stock_movements (sku, delta, kind, order_id, actor)
            SELECT sku, :sign * quantity, :kind, :orderId, :actor
              FROM unnest(:skus, :quantities) AS change (sku, quantity)
            """)
        .param("sign", sign)
        .param("kind", kind.name())
        .param("orderId", orderId.value())
        .param("actor", actor)
        .param("skus", quantities.skus())
        .param("quantities", quantities.quantities())
        .update();
  }

  private static StockLevel level(ResultSet row, int number) throws SQLException {
    return new StockLevel(
        new Sku(row.getString("sku")),
        row.getLong("product_id"),
        row.getInt("on_hand"),
        row.getInt("reserved"));
  }
}
