package dev.sagashop.inventory.stock;

import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.paging.PageRequest;
import dev.sagashop.platform.web.paging.SortKey;
import dev.sagashop.platform.web.paging.Sorts;
import dev.sagashop.platform.web.paging.TimeRange;
import dev.sagashop.platform.web.paging.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the history of the stock. */
@Repository
class Movements {

  private static final String MOVEMENT =
      """
      select m.id, m.sku, m.kind, m.delta, m.order_id, m.reason, m.actor, m.moved_at,
             (select s.product_id from stock s where s.sku = m.sku) as product_id""";

  private static final Sorts SORTS =
      Sorts.of("m.id", SortKey.time("movedAt", "m.moved_at")).byDefault("-movedAt");

  private final JdbcClient jdbc;

  Movements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<Movement> page(MovementFilter filter, PageQuery query) {
    PageRequest page = SORTS.page(query);
    Where where =
        page.where()
            .and(
                "m.sku = (select s.sku from stock s where s.product_id = :productId)",
                "productId",
                filter.productId())
            .and("m.order_id = :orderId", "orderId", filter.orderId())
            .and("m.kind = :kind", "kind", filter.kind() == null ? null : filter.kind().name());
    new TimeRange(filter.from(), filter.to()).narrow(where, "m.moved_at");
    return page.of(
        jdbc.sql(
                "%s, %s from stock_movements m%s%s"
                    .formatted(MOVEMENT, page.keys(), where.sql(), page.orderAndLimit()))
            .params(where.params())
            .query((row, _) -> page.row(row, movement(row)))
            .list());
  }

  Movement one(long id) {
    return jdbc.sql(MOVEMENT + " from stock_movements m where m.id = :id")
        .param("id", id)
        .query((row, _) -> movement(row))
        .single();
  }

  /** Lets requests with this key wait for each other until the transaction ends. */
  void lockRequest(String actor, String idempotencyKey) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:request, 0))")
        .param("request", "adjust " + actor + " " + idempotencyKey)
        .query(_ -> {});
  }

  Optional<Movement> ofRequest(String actor, String idempotencyKey) {
    return jdbc.sql(
            MOVEMENT
                + " from stock_movements m where m.actor = :actor and m.idempotency_key = :key")
        .param("actor", actor)
        .param("key", idempotencyKey)
        .query((row, _) -> movement(row))
        .optional();
  }

  private static Movement movement(ResultSet row) throws SQLException {
    return new Movement(
        row.getLong("id"),
        row.getLong("product_id"),
        row.getString("sku"),
        MovementKind.valueOf(row.getString("kind")),
        row.getInt("delta"),
        row.getObject("order_id", Long.class),
        row.getString("reason"),
        row.getString("actor"),
        row.getObject("moved_at", OffsetDateTime.class).toInstant());
  }
}
