package dev.sagashop.order.book;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Orders and their timelines. Whoever changes an order locks its row first; every change of its
 * status goes through the table of allowed transitions and leaves an entry in the timeline.
 */
@Repository
public class OrderBook {

  private static final String CANCELLATION =
      ", cancelled_at = now(), cancel_reason = :reason, cancel_explanation = :explanation";

  private final JdbcClient jdbc;

  OrderBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public OrderId place(NewOrder order, String actor) {
    long number =
        jdbc.sql(
                """
                insert into orders (user_id, status, total_amount, currency)
                values (:userId, 'CREATED', :total, :currency)
                returning id
                """)
            .param("userId", order.userId())
            .param("total", order.total().amount())
            .param("currency", order.total().currency())
            .query(Long.class)
            .single();
    OrderId orderId = new OrderId(number);
    addLines(orderId, order.lines());
    write(orderId, null, OrderStatus.CREATED, Entry.of(actor, "placed"));
    return orderId;
  }

  /** Locks the order until the transaction ends. Empty if there is none of this number. */
  public Optional<Order> lock(OrderId orderId) {
    return jdbc.sql(
            """
            select id, user_id, status, total_amount, currency, transaction_id,
                   cancelled_at is not null as cancelled
            from orders where id = :id for update
            """)
        .param("id", orderId.value())
        .query((row, _) -> order(row))
        .optional();
  }

  /**
   * @throws IllegalStateException if there is no such order
   */
  public Order lockExisting(OrderId orderId) {
    return lock(orderId)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "order %s does not exist, expected one that was placed".formatted(orderId)));
  }

  public void awaitPayment(Order order, Instant expiresAt, Entry entry) {
    move(
        order,
        OrderStatus.PAYMENT_PENDING,
        entry,
        ", expires_at = :expiresAt",
        Map.of("expiresAt", expiresAt.atOffset(ZoneOffset.UTC)));
  }

  /** A later run of the checkout counts its deadline anew. */
  public void postponeExpiry(Order order, Instant expiresAt) {
    jdbc.sql("update orders set expires_at = :expiresAt where id = :id")
        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
        .param("id", order.id().value())
        .update();
  }

  public void markPaid(Order order, String transactionId, Entry entry) {
    move(
        order,
        OrderStatus.PAID,
        entry,
        ", paid_at = now(), transaction_id = :transactionId",
        Map.of("transactionId", transactionId));
  }

  /** Ends an unpaid order. */
  public void cancel(Order order, String reason, String explanation, Entry entry) {
    move(order, OrderStatus.CANCELLED, entry, CANCELLATION, cancellation(reason, explanation));
  }

  /** Cancels a paid order, which ends when its money is back. */
  public void awaitRefund(Order order, String reason, String explanation, Entry entry) {
    move(order, OrderStatus.REFUND_PENDING, entry, CANCELLATION, cancellation(reason, explanation));
  }

  public void closeRefunded(Order order, Entry entry) {
    move(order, OrderStatus.CANCELLED, entry, "", Map.of());
  }

  public void refundFailed(Order order, Entry entry) {
    move(order, OrderStatus.REFUND_FAILED, entry, "", Map.of());
  }

  public void reopenRefund(Order order, Entry entry) {
    move(order, OrderStatus.REFUND_PENDING, entry, "", Map.of());
  }

  public void deliver(Order order, Entry entry) {
    move(order, OrderStatus.DELIVERED, entry, "", Map.of());
  }

  /** Writes what a saga did, once for each key. It changes no status. */
  public void noteOnce(Order order, String key, Entry entry) {
    write(order.id(), order.status(), order.status(), entry, key);
  }

  /** Writes an entry that changes no status. */
  public void note(Order order, Entry entry) {
    write(order.id(), order.status(), order.status(), entry);
  }

  /** The number of the user who ordered. */
  public long customerOf(OrderId orderId) {
    return jdbc.sql("select user_id from orders where id = :id")
        .param("id", orderId.value())
        .query(Long.class)
        .single();
  }

  public List<LineItem> items(OrderId orderId) {
    return jdbc.sql(
            """
            select i.product_id, i.sku, i.quantity, i.price, o.currency
            from order_items i join orders o on o.id = i.order_id
            where i.order_id = :id order by i.line_number
            """)
        .param("id", orderId.value())
        .query(
            (row, _) ->
                new LineItem(
                    row.getLong("product_id"),
                    new Sku(row.getString("sku")),
                    row.getInt("quantity"),
                    new Money(row.getBigDecimal("price"), row.getString("currency"))))
        .list();
  }

  private static Map<String, ?> cancellation(String reason, String explanation) {
    return Map.of("reason", reason, "explanation", explanation);
  }

  /**
   * The one way to another status. The condition on the old one holds by the lock; it stays because
   * a caller that forgot to lock must fail, not overwrite.
   */
  private void move(Order order, OrderStatus to, Entry entry, String facts, Map<String, ?> values) {
    if (!order.status().allows(to)) {
      throw new IllegalStateException(
          "order %s is %s and cannot become %s, expected one of %s"
              .formatted(order.id(), order.status(), to, order.status().next()));
    }
    int changed =
        jdbc.sql(
                """
                update orders set status = :to, updated_at = now()%s
                where id = :id and status = :from
                """
                    .formatted(facts))
            .params(values)
            .param("to", to.name())
            .param("id", order.id().value())
            .param("from", order.status().name())
            .update();
    if (changed != 1) {
      throw new IllegalStateException(
          "order %s is not %s any more, expected its row to be locked"
              .formatted(order.id(), order.status()));
    }
    write(order.id(), order.status(), to, entry);
  }

  private void write(OrderId orderId, @Nullable OrderStatus from, OrderStatus to, Entry entry) {
    write(orderId, from, to, entry, null);
  }

  /**
   * @param key of what is written once; null may come as often as it likes
   */
  private void write(
      OrderId orderId,
      @Nullable OrderStatus from,
      OrderStatus to,
      Entry entry,
      @Nullable String key) {
    jdbc.sql(
            """
            insert into order_timeline (order_id, actor, what, why, from_status, to_status, step_key)
            values (:orderId, :actor, :what, :why, :from, :to, :key)
            on conflict (order_id, step_key) do nothing
            """)
        .param("orderId", orderId.value())
        .param("actor", entry.actor())
        .param("what", entry.what())
        .param("why", entry.why())
        .param("from", from == null ? null : from.name())
        .param("to", to.name())
        .param("key", key)
        .update();
  }

  /** One statement for all lines, because each round trip counts in a transaction. */
  private void addLines(OrderId orderId, List<NewOrder.Line> lines) {
    jdbc.sql(
            """
            insert into order_items (order_id, line_number, product_id, sku, title, quantity, price)
            select :orderId, line.number, line.product_id, line.sku, line.title, line.quantity,
                   line.price
            from unnest(:productIds::bigint[], :skus::text[], :titles::text[], :quantities::int[],
                        :prices::numeric[])
                 with ordinality as line(product_id, sku, title, quantity, price, number)
            """)
        .param("orderId", orderId.value())
        .param(
            "productIds", lines.stream().map(line -> line.item().productId()).toArray(Long[]::new))
        .param("skus", lines.stream().map(line -> line.item().sku().value()).toArray(String[]::new))
        .param("titles", lines.stream().map(NewOrder.Line::title).toArray(String[]::new))
        .param(
            "quantities",
            lines.stream().map(line -> line.item().quantity()).toArray(Integer[]::new))
        .param(
            "prices",
            lines.stream()
                .map(line -> line.item().unitPrice().amount().toPlainString())
                .toArray(String[]::new))
        .update();
  }

  private static Order order(ResultSet row) throws SQLException {
    return new Order(
        new OrderId(row.getLong("id")),
        row.getLong("user_id"),
        OrderStatus.valueOf(row.getString("status")),
        new Money(row.getBigDecimal("total_amount"), row.getString("currency")),
        row.getString("transaction_id"),
        row.getBoolean("cancelled"));
  }
}
