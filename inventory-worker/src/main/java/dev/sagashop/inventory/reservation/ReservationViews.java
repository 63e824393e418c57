package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;
import dev.sagashop.inventory.reservation.ReservationView.Item;
import dev.sagashop.inventory.reservation.ReservationView.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads reservations without locking them. */
@Repository
class ReservationViews {

  private final JdbcClient jdbc;

  ReservationViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws ReservationNotFoundException if the order never reserved anything
   */
  ReservationView one(OrderId orderId) {
    List<Item> items = items(orderId);
    return jdbc.sql(
            """
            SELECT order_id, reservation_id, origin, status,
                   reason_code, reason_sku, reason_product_id, reason_requested, reason_available,
                   created_at, committed_at, released_at
              FROM reservations
             WHERE order_id = :orderId
            """)
        .param("orderId", orderId.value())
        .query((row, _) -> view(row, items))
        .optional()
        .orElseThrow(() -> new ReservationNotFoundException(orderId));
  }

  private List<Item> items(OrderId orderId) {
    return jdbc.sql(
            """
            SELECT product_id, sku, quantity, coalesce(returned, 0) AS returned
              FROM reservation_items
              LEFT JOIN (SELECT sku, sum(quantity) AS returned
                           FROM returned_items
                          WHERE order_id = :orderId
                          GROUP BY sku) AS put_back USING (sku)
             WHERE order_id = :orderId
             ORDER BY product_id
            """)
        .param("orderId", orderId.value())
        .query(
            (row, _) ->
                new Item(
                    row.getLong("product_id"),
                    row.getString("sku"),
                    row.getInt("quantity"),
                    row.getInt("returned")))
        .list();
  }

  private static ReservationView view(ResultSet row, List<Item> items) throws SQLException {
    return new ReservationView(
        row.getLong("order_id"),
        row.getObject("reservation_id", UUID.class),
        Origin.valueOf(row.getString("origin")),
        ReservationStatus.valueOf(row.getString("status")),
        refusal(row),
        items,
        Objects.requireNonNull(time(row, "created_at"), "created_at"),
        time(row, "committed_at"),
        time(row, "released_at"));
  }

  private static @Nullable Refusal refusal(ResultSet row) throws SQLException {
    String code = row.getString("reason_code");
    return code == null
        ? null
        : new Refusal(
            code,
            row.getString("reason_sku"),
            row.getLong("reason_product_id"),
            row.getObject("reason_requested", Integer.class),
            row.getObject("reason_available", Integer.class));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
