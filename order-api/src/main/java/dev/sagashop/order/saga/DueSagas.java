package dev.sagashop.order.saga;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.order.book.RefundBook;
import dev.sagashop.workflows.checkout.CheckoutRequest;
import dev.sagashop.workflows.refund.RefundRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows that still ask for their saga. Taking one moves its next attempt into the future in the
 * same statement, so that several processes share the work and a crash loses nothing.
 */
@Repository
class DueSagas {

  private final JdbcClient jdbc;
  private final CheckoutRequests checkouts;
  private final RefundBook refunds;
  private final RefundRequests requests;
  private final SagaProperties properties;

  DueSagas(
      JdbcClient jdbc,
      CheckoutRequests checkouts,
      RefundBook refunds,
      RefundRequests requests,
      SagaProperties properties) {
    this.jdbc = jdbc;
    this.checkouts = checkouts;
    this.refunds = refunds;
    this.requests = requests;
    this.properties = properties;
  }

  record DueRefund(RefundRequest request, long customerId) {}

  private record RefundOf(RefundId refundId, long customerId) {}

  /** Takes orders that are still {@code CREATED} although their time has come. */
  List<CheckoutRequest> takeOrders() {
    List<OrderId> orders =
        take("orders", "CREATED", "id").query((row, _) -> new OrderId(row.getLong("id"))).list();
    return orders.stream().map(checkouts::of).toList();
  }

  /** Takes refunds that are still {@code REQUESTED} although their time has come. */
  List<DueRefund> takeRefunds() {
    List<RefundOf> taken =
        take(
                "refunds",
                "REQUESTED",
                """
                id,
                (select user_id from orders where orders.id = refunds.order_id) as user_id
                """)
            .query(
                (row, _) -> new RefundOf(new RefundId(row.getLong("id")), row.getLong("user_id")))
            .list();
    return taken.stream().map(this::request).toList();
  }

  private DueRefund request(RefundOf due) {
    return new DueRefund(requests.of(refunds.find(due.refundId()).orElseThrow()), due.customerId());
  }

  /** The engine has the saga; look again much later whether it came further. */
  void orderIsStarted(OrderId orderId) {
    postpone("orders", orderId.value());
  }

  void refundIsStarted(RefundId refundId) {
    postpone("refunds", refundId.value());
  }

  private JdbcClient.StatementSpec take(String table, String status, String columns) {
    return jdbc.sql(
            """
            update %1$s
            set start_attempts = start_attempts + 1,
                next_start_at = now() + least(
                  cast(:longest as double precision),
                  cast(:first as double precision) * power(2, least(start_attempts, 20)))
                  * interval '1 second'
            where id in (
              select id from %1$s
              where status = '%2$s' and next_start_at <= now()
              order by next_start_at
              limit :batch
              for update skip locked)
            returning %3$s
            """
                .formatted(table, status, columns))
        .param("longest", seconds(properties.longestPause()))
        .param("first", seconds(properties.firstPause()))
        .param("batch", properties.sweepBatch());
  }

  private void postpone(String table, long id) {
    jdbc.sql(
            """
            update %s
            set next_start_at = now() + cast(:pause as double precision) * interval '1 second'
            where id = :id
            """
                .formatted(table))
        .param("pause", seconds(properties.acknowledgedPause()))
        .param("id", id)
        .update();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
