package dev.sagashop.order.book;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The refunds asked for. The row of the order is locked before that of its refund, always. */
@Repository
public class RefundBook {

  private static final String COLUMNS = "id, order_id, kind, amount, currency, status, attempt";

  private final JdbcClient jdbc;

  RefundBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Refund request(
      Order order, RefundKind kind, Money amount, String transactionId, String requestedBy) {
    return jdbc.sql(
            """
            insert into refunds (order_id, kind, amount, currency, transaction_id, requested_by)
            values (:orderId, :kind, :amount, :currency, :transactionId, :requestedBy)
            returning %s
            """
                .formatted(COLUMNS))
        .param("orderId", order.id().value())
        .param("kind", kind.name())
        .param("amount", amount.amount())
        .param("currency", amount.currency())
        .param("transactionId", transactionId)
        .param("requestedBy", requestedBy)
        .query((row, _) -> refund(row))
        .single();
  }

  /** The refund of this kind that an order has, if it has one. */
  public Optional<Refund> ofOrder(Order order, RefundKind kind) {
    return jdbc.sql(
            "select %s from refunds where order_id = :orderId and kind = :kind".formatted(COLUMNS))
        .param("orderId", order.id().value())
        .param("kind", kind.name())
        .query((row, _) -> refund(row))
        .optional();
  }

  /**
   * The order of a refund, to lock it first.
   *
   * @throws IllegalStateException if there is no such refund
   */
  public OrderId orderOf(RefundId refundId) {
    return jdbc.sql("select order_id from refunds where id = :id")
        .param("id", refundId.value())
        .query((row, _) -> new OrderId(row.getLong("order_id")))
        .optional()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "refund %s does not exist, expected one that was requested"
                        .formatted(refundId)));
  }

  public Refund lock(RefundId refundId) {
    return jdbc.sql("select %s from refunds where id = :id for update".formatted(COLUMNS))
        .param("id", refundId.value())
        .query((row, _) -> refund(row))
        .single();
  }

  public void succeed(Refund refund) {
    jdbc.sql(
            """
            update refunds set status = 'SUCCEEDED', reason = null, updated_at = now()
            where id = :id
            """)
        .param("id", refund.id().value())
        .update();
  }

  public void fail(Refund refund, int attempt, String reason) {
    jdbc.sql(
            """
            update refunds
            set status = 'FAILED', attempt = :attempt, reason = :reason, updated_at = now()
            where id = :id
            """)
        .param("attempt", attempt)
        .param("reason", reason)
        .param("id", refund.id().value())
        .update();
  }

  /** The workflow that asks runs already, so that the sweep has time. */
  public void reopen(Refund refund, int attempt) {
    jdbc.sql(
            """
            update refunds
            set status = 'REQUESTED', attempt = :attempt, reason = null, updated_at = now(),
                next_start_at = now() + interval '1 minute', start_attempts = 0
            where id = :id
            """)
        .param("attempt", attempt)
        .param("id", refund.id().value())
        .update();
  }

  private static Refund refund(ResultSet row) throws SQLException {
    return new Refund(
        new RefundId(row.getLong("id")),
        new OrderId(row.getLong("order_id")),
        RefundKind.valueOf(row.getString("kind")),
        new Money(row.getBigDecimal("amount"), row.getString("currency")),
        RefundStatus.valueOf(row.getString("status")),
        row.getInt("attempt"));
  }
}
