package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.inventory.ReleaseReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row for each order that gave stock back. */
@Repository
class ReleaseAudit {

  private final JdbcClient jdbc;

  ReleaseAudit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void record(Reservation reservation, ReleaseReason reason) {
    jdbc.sql(
            """
            INSERT INTO inventory_release_events (order_id, reservation_id, reason)
            VALUES (:orderId, :reservationId, :reason)
            """)
        .param("orderId", reservation.orderId().value())
        .param("reservationId", reservation.reservationId())
        .param("reason", reason.name())
        .update();
  }
}
