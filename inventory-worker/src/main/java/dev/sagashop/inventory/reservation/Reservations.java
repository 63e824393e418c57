package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.inventory.ReservationAnswer;
import dev.sagashop.activities.inventory.ReservationAnswer.NoStockRecord;
import dev.sagashop.activities.inventory.ReservationAnswer.OutOfStock;
import dev.sagashop.inventory.stock.Quantities;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the reservations. The row of an order is locked before any row of the stock. */
@Repository
class Reservations {

  private static final String OUT_OF_STOCK = "OUT_OF_STOCK";
  private static final String NO_STOCK_RECORD = "NO_STOCK_RECORD";

  private final JdbcClient jdbc;

  Reservations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes the order for a new reservation. Whoever comes second waits here for the first one to
   * commit.
   *
   * @return false if the order has a reservation already
   */
  boolean open(OrderId orderId, Origin origin) {
    return jdbc.sql(
                """
                INSERT INTO reservations (order_id, origin, status)
                VALUES (:orderId, :origin, 'RESERVED')
                    ON CONFLICT (order_id) DO NOTHING
                """)
            .param("orderId", orderId.value())
            .param("origin", origin.name())
            .update()
        == 1;
  }

  /**
   * Marks an order that holds nothing as released, so that a late reserve finds the mark.
   *
   * @return false if the order has a reservation already
   */
  boolean buryUnlessKnown(OrderId orderId) {
    return jdbc.sql(
                """
                INSERT INTO reservations (order_id, origin, status, released_at)
                VALUES (:orderId, 'SAGA', 'RELEASED', clock_timestamp())
                    ON CONFLICT (order_id) DO NOTHING
                """)
            .param("orderId", orderId.value())
            .update()
        == 1;
  }

  /** Locks the reservation of an order until the transaction ends. */
  Optional<Reservation> lock(OrderId orderId) {
    return jdbc.sql(
            """
            SELECT order_id, reservation_id, origin, status, units_returned,
                   reason_code, reason_sku, reason_product_id, reason_requested, reason_available
              FROM reservations
             WHERE order_id = :orderId
               FOR UPDATE
            """)
        .param("orderId", orderId.value())
        .query(Reservations::reservation)
        .optional();
  }

  /** As {@link #lock}, for an order that is known to have a reservation. */
  Reservation lockKnown(OrderId orderId) {
    return lock(orderId)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "order %s has no reservation, expected the one that was just seen"
                        .formatted(orderId)));
  }

  Quantities items(OrderId orderId) {
    var units = new TreeMap<Sku, Integer>();
    jdbc.sql("SELECT sku, quantity FROM reservation_items WHERE order_id = :orderId")
        .param("orderId", orderId.value())
        .query(
            row -> {
              units.put(new Sku(row.getString("sku")), row.getInt("quantity"));
            });
    return new Quantities(units);
  }

  void addItems(OrderId orderId, Quantities quantities) {
    jdbc.sql(
            """
            INSERT INTO reservation_items (order_id, sku, product_id, quantity)
            SELECT :orderId, sku, stock.product_id, item.quantity
              FROM unnest(:skus, :quantities) AS item (sku, quantity)
              JOIN stock USING (sku)
            """)
        .param("orderId", orderId.value())
        .param("skus", quantities.skus())
        .param("quantities", quantities.quantities())
        .update();
  }

  /** Turns what an admin reserved into an empty reservation of the saga. */
  void handOverToSaga(OrderId orderId) {
    jdbc.sql("DELETE FROM reservation_items WHERE order_id = :orderId")
        .param("orderId", orderId.value())
        .update();
    expectOne(
        orderId,
        jdbc.sql(
                """
                UPDATE reservations
                   SET origin = 'SAGA'
                 WHERE order_id = :orderId AND origin = 'MANUAL' AND status = 'RESERVED'
                """)
            .param("orderId", orderId.value())
            .update());
  }

  void refuse(OrderId orderId, OutOfStock refusal) {
    refuse(
        orderId,
        OUT_OF_STOCK,
        refusal.sku(),
        refusal.productId(),
        refusal.requested(),
        refusal.available());
  }

  void refuse(OrderId orderId, NoStockRecord refusal) {
    refuse(orderId, NO_STOCK_RECORD, refusal.sku(), refusal.productId(), null, null);
  }

  /** {@code RESERVED} to {@code COMMITTED}. */
  void commit(OrderId orderId) {
    expectOne(
        orderId,
        jdbc.sql(
                """
                UPDATE reservations
                   SET status = 'COMMITTED', committed_at = clock_timestamp()
                 WHERE order_id = :orderId AND status = 'RESERVED'
                """)
            .param("orderId", orderId.value())
            .update());
  }

  /** {@code RESERVED} to {@code RELEASED}. */
  void release(OrderId orderId, long units) {
    giveBack(orderId, ReservationStatus.RESERVED, ReservationStatus.RELEASED, units);
  }

  /** {@code COMMITTED} to {@code RETURNED}. */
  void takeBack(OrderId orderId, long units) {
    giveBack(orderId, ReservationStatus.COMMITTED, ReservationStatus.RETURNED, units);
  }

  private void giveBack(
      OrderId orderId, ReservationStatus before, ReservationStatus after, long units) {
    expectOne(
        orderId,
        jdbc.sql(
                """
                UPDATE reservations
                   SET status = :after, released_at = clock_timestamp(), units_returned = :units
                 WHERE order_id = :orderId AND status = :before
                """)
            .param("orderId", orderId.value())
            .param("before", before.name())
            .param("after", after.name())
            .param("units", units)
            .update());
  }

  private void refuse(
      OrderId orderId,
      String code,
      Sku sku,
      long productId,
      @Nullable Integer requested,
      @Nullable Integer available) {
    expectOne(
        orderId,
        jdbc.sql(
                """
                UPDATE reservations
                   SET status = 'FAILED',
                       reason_code = :code,
                       reason_sku = :sku,
                       reason_product_id = :productId,
                       reason_requested = :requested,
                       reason_available = :available
                 WHERE order_id = :orderId AND status = 'RESERVED'
                """)
            .param("orderId", orderId.value())
            .param("code", code)
            .param("sku", sku.value())
            .param("productId", productId)
            .param("requested", requested, java.sql.Types.INTEGER)
            .param("available", available, java.sql.Types.INTEGER)
            .update());
  }

  private static void expectOne(OrderId orderId, int changed) {
    if (changed != 1) {
      throw new IllegalStateException(
          "changed %d reservations of order %s, expected 1: lock the row before it is changed"
              .formatted(changed, orderId));
    }
  }

  private static Reservation reservation(ResultSet row, int number) throws SQLException {
    return new Reservation(
        new OrderId(row.getLong("order_id")),
        row.getObject("reservation_id", UUID.class),
        Origin.valueOf(row.getString("origin")),
        ReservationStatus.valueOf(row.getString("status")),
        refusal(row),
        row.getLong("units_returned"));
  }

  private static @Nullable ReservationAnswer refusal(ResultSet row) throws SQLException {
    String code = row.getString("reason_code");
    if (code == null) {
      return null;
    }
    var sku = new Sku(row.getString("reason_sku"));
    long productId = row.getLong("reason_product_id");
    return switch (code) {
      case OUT_OF_STOCK ->
          new OutOfStock(
              sku, productId, row.getInt("reason_requested"), row.getInt("reason_available"));
      case NO_STOCK_RECORD -> new NoStockRecord(sku, productId);
      default ->
          throw new IllegalStateException(
              "reason code is '%s', expected %s or %s"
                  .formatted(code, OUT_OF_STOCK, NO_STOCK_RECORD));
    };
  }
}
