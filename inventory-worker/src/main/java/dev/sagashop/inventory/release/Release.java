package dev.sagashop.inventory.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** An order gave its stock back. */
record Release(UUID releaseId, long orderId, UUID reservationId, String reason, Instant createdAt) {

  static final String COLUMNS = "r.id, r.order_id, r.reservation_id, r.reason, r.created_at";

  /** Of a row with the {@link #COLUMNS}. */
  static Release from(ResultSet row) throws SQLException {
    return new Release(
        row.getObject("id", UUID.class),
        row.getLong("order_id"),
        row.getObject("reservation_id", UUID.class),
        row.getString("reason"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
