package dev.sagashop.payment.book;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.payment.RefundCharge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The attempts to give money back. Whoever writes holds the lock of the order. */
@Repository
public class Refunds {

  private final JdbcClient jdbc;

  public Refunds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every attempt of a refund, the first one first. */
  public List<RefundAttempt> attemptsOf(RefundId refundId) {
    return jdbc.sql("select * from refunds where refund_id = :refundId order by attempt")
        .param("refundId", refundId.value())
        .query(Refunds::read)
        .list();
  }

  /**
   * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such attempt
   */
  public RefundAttempt get(RefundId refundId, int attempt) {
    return jdbc.sql("select * from refunds where refund_id = :refundId and attempt = :attempt")
        .param("refundId", refundId.value())
        .param("attempt", attempt)
        .query(Refunds::read)
        .single();
  }

  /** Every attempt of every refund of an order, as they were asked for. */
  public List<RefundAttempt> attemptsOf(OrderId orderId) {
    return jdbc.sql(
            """
            select * from refunds where order_id = :orderId
            order by requested_at, refund_id, attempt
            """)
        .param("orderId", orderId.value())
        .query(Refunds::read)
        .list();
  }

  /** Opens an attempt as {@code PENDING}. */
  public RefundAttempt open(RefundCharge request, boolean wholeRest) {
    return insert(request, wholeRest, RefundState.PENDING, null);
  }

  /** Records an attempt that the provider need not be asked about. */
  public RefundAttempt refuseAtOnce(RefundCharge request, boolean wholeRest, String reason) {
    return insert(request, wholeRest, RefundState.REFUSED, reason);
  }

  private RefundAttempt insert(
      RefundCharge request, boolean wholeRest, RefundState state, @Nullable String reason) {
    return jdbc.sql(
            """
            insert into refunds
              (refund_id, attempt, order_id, amount, currency, whole_rest, state, reason, decided_at)
            values
              (:refundId, :attempt, :orderId, :amount, :currency, :wholeRest, :state, :reason,
               case when :state = 'PENDING' then null else now() end)
            returning *
            """)
        .param("refundId", request.refundId().value())
        .param("attempt", request.attempt())
        .param("orderId", request.orderId().value())
        .param("amount", request.amount().amount())
        .param("currency", request.amount().currency())
        .param("wholeRest", wholeRest)
        .param("state", state.name())
        .param("reason", reason)
        .query(Refunds::read)
        .single();
  }

  public RefundAttempt succeed(RefundAttempt attempt) {
    return decide(attempt, RefundState.SUCCEEDED, null);
  }

  public RefundAttempt refuse(RefundAttempt attempt, String reason) {
    return decide(attempt, RefundState.REFUSED, reason);
  }

  private RefundAttempt decide(RefundAttempt attempt, RefundState state, @Nullable String reason) {
    return jdbc.sql(
            """
            update refunds set state = :state, reason = :reason, decided_at = now()
            where refund_id = :refundId and attempt = :attempt and state = 'PENDING'
            returning *
            """)
        .param("refundId", attempt.refundId().value())
        .param("attempt", attempt.attempt())
        .param("state", state.name())
        .param("reason", reason)
        .query(Refunds::read)
        .single();
  }

  private static RefundAttempt read(ResultSet row, int number) throws SQLException {
    OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
    return new RefundAttempt(
        new RefundId(row.getLong("refund_id")),
        row.getInt("attempt"),
        new OrderId(row.getLong("order_id")),
        new Money(row.getBigDecimal("amount"), row.getString("currency")),
        row.getBoolean("whole_rest"),
        RefundState.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        decidedAt == null ? null : decidedAt.toInstant());
  }
}
