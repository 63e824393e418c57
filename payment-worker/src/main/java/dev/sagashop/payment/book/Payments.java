package dev.sagashop.payment.book;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The payments. Whoever writes holds the lock of the order. */
@Repository
public class Payments {

  private final JdbcClient jdbc;

  public Payments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes everybody else wait who decides about the money of this order, until the transaction
   * ends. An advisory lock, because an order without payment has no row that could be locked.
   */
  public void lockOrder(OrderId orderId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('payment-of-order:' || :orderId, 0))")
        .param("orderId", Long.toString(orderId.value()))
        .query((row, _) -> row.getRow())
        .single();
  }

  public Optional<Payment> find(OrderId orderId) {
    return jdbc.sql("select * from payments where order_id = :orderId")
        .param("orderId", orderId.value())
        .query(Payments::read)
        .optional();
  }

  /**
   * @throws IllegalStateException if the order has no payment
   */
  public Payment get(OrderId orderId) {
    return find(orderId)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "order %s has no payment, expected one that was asked for".formatted(orderId)));
  }

  /** Opens the payment of an order as {@code PENDING}. */
  public Payment open(NewPayment payment) {
    return jdbc.sql(
            """
            insert into payments
              (order_id, customer_id, transaction_id, amount, currency, payment_method, origin, status)
            values
              (:orderId, :customerId, :transactionId, :amount, :currency, :method, :origin, 'PENDING')
            returning *
            """)
        .param("orderId", payment.orderId().value())
        .param("customerId", payment.customerId())
        .param("transactionId", UUID.randomUUID().toString())
        .param("amount", payment.amount().amount())
        .param("currency", payment.amount().currency())
        .param("method", payment.method())
        .param("origin", payment.origin().name())
        .query(Payments::read)
        .single();
  }

  /** Keeps the provider's object before it is confirmed, so that a crash does not lose it. */
  public void rememberProviderObject(OrderId orderId, String reference) {
    jdbc.sql(
            """
            update payments set provider_reference = :reference, updated_at = now()
            where order_id = :orderId
            """)
        .param("orderId", orderId.value())
        .param("reference", reference)
        .update();
  }

  public Payment complete(OrderId orderId, String reference) {
    return decide(orderId, PaymentStatus.COMPLETED, null, null, reference);
  }

  public Payment decline(OrderId orderId, String reason) {
    return decide(orderId, PaymentStatus.FAILED, reason, null, null);
  }

  /** Records that the charge was fenced before it succeeded. */
  public Payment markVoided(OrderId orderId, String reason) {
    return decide(orderId, PaymentStatus.FAILED, null, reason, null);
  }

  private Payment decide(
      OrderId orderId,
      PaymentStatus status,
      @Nullable String declineReason,
      @Nullable String voidReason,
      @Nullable String reference) {
    return jdbc.sql(
            """
            update payments
            set status = :status, decline_reason = :declineReason, void_reason = :voidReason,
                provider_reference = coalesce(:reference, provider_reference), updated_at = now()
            where order_id = :orderId and status = 'PENDING'
            returning *
            """)
        .param("orderId", orderId.value())
        .param("status", status.name())
        .param("declineReason", declineReason)
        .param("voidReason", voidReason)
        .param("reference", reference)
        .query(Payments::read)
        .single();
  }

  /** Sets an amount aside that is being given back; the database refuses what exceeds the rest. */
  public void holdForRefund(OrderId orderId, Money amount) {
    jdbc.sql(
            """
            update payments
            set pending_refund_amount = pending_refund_amount + :amount, updated_at = now()
            where order_id = :orderId
            """)
        .param("orderId", orderId.value())
        .param("amount", amount.amount())
        .update();
  }

  /** An amount that was held is back with the customer. */
  public Payment giveBack(OrderId orderId, Money amount) {
    return jdbc.sql(
            """
            update payments
            set pending_refund_amount = pending_refund_amount - :amount,
                refunded_amount = refunded_amount + :amount,
                status = case when refunded_amount + :amount = amount then 'REFUNDED' else status end,
                updated_at = now()
            where order_id = :orderId
            returning *
            """)
        .param("orderId", orderId.value())
        .param("amount", amount.amount())
        .query(Payments::read)
        .single();
  }

  /** An amount that was held stays ours. */
  public void keep(OrderId orderId, Money amount) {
    jdbc.sql(
            """
            update payments
            set pending_refund_amount = pending_refund_amount - :amount, updated_at = now()
            where order_id = :orderId
            """)
        .param("orderId", orderId.value())
        .param("amount", amount.amount())
        .update();
  }

  private static Payment read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    return new Payment(
        row.getLong("id"),
        new OrderId(row.getLong("order_id")),
        row.getObject("customer_id", Long.class),
        row.getString("transaction_id"),
        new Money(row.getBigDecimal("amount"), currency),
        row.getString("payment_method"),
        PaymentOrigin.valueOf(row.getString("origin")),
        PaymentStatus.valueOf(row.getString("status")),
        row.getString("decline_reason"),
        row.getString("void_reason"),
        row.getString("provider_reference"),
        new Money(row.getBigDecimal("refunded_amount"), currency),
        new Money(row.getBigDecimal("pending_refund_amount"), currency),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
