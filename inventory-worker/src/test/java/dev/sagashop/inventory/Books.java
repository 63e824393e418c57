package dev.sagashop.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.Sku;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the tests read from the tables, and the two sums that must be right at any time. */
public final class Books {

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  Books(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Empties all tables. Only a test may, so it lifts the guard of the history for that long. */
  public void clear() {
    transactions.executeWithoutResult(
        _ -> {
          execute("ALTER TABLE stock_movements DISABLE TRIGGER USER");
          execute(
              """
              TRUNCATE returned_items, inventory_release_events, reservation_items, reservations,
                       stock_movements, stock RESTART IDENTITY
              """);
          execute("ALTER TABLE stock_movements ENABLE TRIGGER USER");
        });
  }

  public int available(Sku sku) {
    return number("SELECT on_hand - reserved FROM stock WHERE sku = ?", sku.value());
  }

  public int reserved(Sku sku) {
    return number("SELECT reserved FROM stock WHERE sku = ?", sku.value());
  }

  public String status(long orderId) {
    return jdbc.sql("SELECT status FROM reservations WHERE order_id = ?")
        .param(orderId)
        .query(String.class)
        .optional()
        .orElse("none");
  }

  /** Reasons of the release audit of an order. */
  public List<String> releases(long orderId) {
    return jdbc.sql("SELECT reason FROM inventory_release_events WHERE order_id = ?")
        .param(orderId)
        .query(String.class)
        .list();
  }

  /** Movements of a SKU as {@code KIND delta actor}, oldest first. */
  public List<String> movements(Sku sku) {
    return jdbc.sql(
            """
            SELECT concat_ws(' ', kind, delta, actor) FROM stock_movements WHERE sku = ? ORDER BY id
            """)
        .param(sku.value())
        .query(String.class)
        .list();
  }

  /** On hand is the sum of the movements, and reserved the sum of the open reservations. */
  public void balance() {
    assertThat(
            jdbc.sql(
                    """
                    SELECT sku, on_hand, moved, reserved, held
                      FROM stock
                      LEFT JOIN LATERAL (
                          SELECT coalesce(sum(delta), 0) AS moved
                            FROM stock_movements WHERE stock_movements.sku = stock.sku) m ON true
                      LEFT JOIN LATERAL (
                          SELECT coalesce(sum(quantity), 0) AS held
                            FROM reservation_items JOIN reservations USING (order_id)
                           WHERE reservation_items.sku = stock.sku AND status = 'RESERVED') h ON true
                     WHERE on_hand <> moved OR reserved <> held
                    """)
                .query()
                .listOfRows())
        .as("SKUs whose sums are wrong")
        .isEmpty();
  }

  private int number(String sql, Object parameter) {
    return jdbc.sql(sql).param(parameter).query(Integer.class).single();
  }

  private void execute(String sql) {
    jdbc.sql(sql).update();
  }
}
