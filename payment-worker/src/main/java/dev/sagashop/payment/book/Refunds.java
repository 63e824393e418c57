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
  public RefundAttempt open(RefundCharge request) {
    return insert(request, RefundState.PENDING, null, null);
  }

  /** Records an attempt that the provider need not be asked about. */
  public RefundAttempt refuseAtOnce(RefundCharge request, String reason) {
    return insert(request, RefundState.REFUSED, reason, null);
  }

  /**
   * Records an attempt whose money needs no provider.
   *
   * @param outsideReference that proves which other way it went; null if there was nothing to send
   */
  public RefundAttempt succeedAtOnce(RefundCharge request, @Nullable String outsideReference) {
    return insert(request, RefundState.SUCCEEDED, null, outsideReference);
  }

  /** Whether all money of the order was asked back at some time. */
  public boolean isOrderWithdrawn(OrderId orderId) {
    return jdbc.sql("select exists (select from refunds where order_id = :orderId and not partial)")
        .param("orderId", orderId.value())
        .query(Boolean.class)
        .single();
  }

  private RefundAttempt insert(
      RefundCharge request,
      RefundState state,
      @Nullable String reason,
      @Nullable String outsideReference) {
    return jdbc.sql(
            """
            insert into refunds
              (refund_id, attempt, order_id, amount, currency, partial, state, reason,
               outside_reference, decided_at)
            values
              (:refundId, :attempt, :orderId, :amount, :currency, :partial, :state, :reason,
               :outsideReference, case when :state = 'PENDING' then null else now() end)
            returning *
            """)
        .param("refundId", request.refundId().value())
        .param("attempt", request.attempt())
        .param("orderId", request.orderId().value())
        .param("amount", request.amount().amount())
        .param("currency", request.amount().currency())
        .param("partial", request.partial())
        .param("state", state.name())
        .param("reason", reason)
        .param("outsideReference", outsideReference)
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
        row.getBoolean("partial"),
        RefundState.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getString("outside_reference"),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        decidedAt == null ? null : decidedAt.toInstant());
  }
}
