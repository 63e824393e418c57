package dev.sagashop.order.book;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.inventory.ReturnedItem;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The refunds asked for. The row of the order is locked before that of its refund, always. */
@Repository
public class RefundBook {

  private static final String COLUMNS =
      "id, order_id, kind, amount, currency, status, attempt, restock, outside_reference";

  private final JdbcClient jdbc;

  RefundBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Refund request(Order order, NewRefund wanted) {
    Refund refund =
        jdbc.sql(
                """
                insert into refunds (order_id, kind, amount, currency, transaction_id, requested_by,
                                     explanation, restock, idempotency_key)
                values (:orderId, :kind, :amount, :currency, :transactionId, :requestedBy,
                        :explanation, :restock, :key)
                returning %s
                """
                    .formatted(COLUMNS))
            .param("orderId", order.id().value())
            .param("kind", wanted.kind().name())
            .param("amount", wanted.amount().amount())
            .param("currency", wanted.amount().currency())
            .param("transactionId", wanted.transactionId())
            .param("requestedBy", wanted.requestedBy())
            .param("explanation", wanted.explanation())
            .param("restock", wanted.restock())
            .param("key", wanted.key())
            .query((row, _) -> refund(row))
            .single();
    wanted.lines().forEach(line -> addLine(refund.id(), line));
    return refund;
  }

  private void addLine(RefundId refundId, LineItem line) {
    jdbc.sql(
            """
            insert into refund_lines (refund_id, product_id, sku, quantity)
            values (:refundId, :productId, :sku, :quantity)
            """)
        .param("refundId", refundId.value())
        .param("productId", line.productId())
        .param("sku", line.sku().value())
        .param("quantity", line.quantity())
        .update();
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

  /** The refund that an earlier request with this key asked for. */
  public Optional<Refund> ofRequest(Order order, String key) {
    return jdbc.sql(
            "select %s from refunds where order_id = :orderId and idempotency_key = :key"
                .formatted(COLUMNS))
        .param("orderId", order.id().value())
        .param("key", key)
        .query((row, _) -> refund(row))
        .optional();
  }

  /** What may still be asked back: neither given back, nor on its way, nor waiting for a person. */
  public Money refundable(Order order) {
    return order.total().minus(sum(order, List.of(RefundStatus.values())));
  }

  /** Whether all that the order had cost is back. */
  public boolean isAllBack(Order order) {
    return sum(order, List.of(RefundStatus.SUCCEEDED)).equals(order.total());
  }

  private Money sum(Order order, List<RefundStatus> statuses) {
    BigDecimal amount =
        jdbc.sql(
                """
                select coalesce(sum(amount), 0) from refunds
                where order_id = :orderId and status in (:statuses)
                """)
            .param("orderId", order.id().value())
            .param("statuses", statuses.stream().map(RefundStatus::name).toList())
            .query(BigDecimal.class)
            .single();
    return new Money(amount, order.total().currency());
  }

  /** Units of each product that refunds of the order were already about. */
  public Map<Long, Integer> refundedUnits(Order order) {
    Map<Long, Integer> units = new HashMap<>();
    jdbc.sql(
            """
            select l.product_id, sum(l.quantity) as quantity
            from refund_lines l join refunds r on r.id = l.refund_id
            where r.order_id = :orderId group by l.product_id
            """)
        .param("orderId", order.id().value())
        .query(
            row -> {
              units.put(row.getLong("product_id"), row.getInt("quantity"));
            });
    return units;
  }

  /** Units of each product that a refund is about. */
  public Map<Long, Long> unitsOf(RefundId refundId) {
    Map<Long, Long> units = new HashMap<>();
    jdbc.sql("select product_id, quantity from refund_lines where refund_id = :id")
        .param("id", refundId.value())
        .query(
            row -> {
              units.put(row.getLong("product_id"), row.getLong("quantity"));
            });
    return units;
  }

  /** What goes back on the shelf with a refund. */
  public List<ReturnedItem> itemsToReturn(Refund refund) {
    if (!refund.restock()) {
      return List.of();
    }
    return jdbc.sql(
            "select sku, quantity from refund_lines where refund_id = :id order by product_id")
        .param("id", refund.id().value())
        .query((row, _) -> new ReturnedItem(new Sku(row.getString("sku")), row.getInt("quantity")))
        .list();
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

  /** A refund as it is now, without locking it. */
  public Optional<Refund> find(RefundId refundId) {
    return jdbc.sql("select %s from refunds where id = :id".formatted(COLUMNS))
        .param("id", refundId.value())
        .query((row, _) -> refund(row))
        .optional();
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
            set status = 'FAILED', attempt = :attempt, reason = :reason, outside_reference = null,
                updated_at = now()
            where id = :id
            """)
        .param("attempt", attempt)
        .param("reason", reason)
        .param("id", refund.id().value())
        .update();
  }

  /**
   * The workflow that asks runs already, so that the sweep has time.
   *
   * @param decision what a person decided about the refusal
   */
  public void reopen(Refund refund, RefundDecision decision) {
    jdbc.sql(
            """
            update refunds
            set status = 'REQUESTED', attempt = :attempt, reason = null,
                outside_reference = :reference, updated_at = now(),
                next_start_at = now() + interval '1 minute', start_attempts = 0
            where id = :id
            """)
        .param("attempt", decision.attempt())
        .param("reference", decision.reference())
        .param("id", refund.id().value())
        .update();
    jdbc.sql(
            """
            insert into refund_decisions (refund_id, id, kind, attempt, decided_by, reason, reference)
            values (:refundId, :id, :kind, :attempt, :by, :reason, :reference)
            """)
        .param("refundId", refund.id().value())
        .param("id", decision.id())
        .param("kind", decision.reference() == null ? "RETRY" : "RESOLVE")
        .param("attempt", decision.attempt())
        .param("by", decision.by())
        .param("reason", decision.reason())
        .param("reference", decision.reference())
        .update();
  }

  /** Whether this decision was taken before. */
  public boolean isDecided(RefundId refundId, String decisionId) {
    return jdbc.sql(
                "select count(*) from refund_decisions where refund_id = :refundId and id = :id")
            .param("refundId", refundId.value())
            .param("id", decisionId)
            .query(Long.class)
            .single()
        > 0;
  }

  private static Refund refund(ResultSet row) throws SQLException {
    return new Refund(
        new RefundId(row.getLong("id")),
        new OrderId(row.getLong("order_id")),
        RefundKind.valueOf(row.getString("kind")),
        new Money(row.getBigDecimal("amount"), row.getString("currency")),
        RefundStatus.valueOf(row.getString("status")),
        row.getInt("attempt"),
        row.getBoolean("restock"),
        row.getString("outside_reference"));
  }
}
