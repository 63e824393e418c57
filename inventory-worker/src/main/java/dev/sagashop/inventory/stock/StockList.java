package dev.sagashop.inventory.stock;

import dev.sagashop.activities.Sku;
import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.paging.PageRequest;
import dev.sagashop.platform.web.paging.SortKey;
import dev.sagashop.platform.web.paging.Sorts;
import dev.sagashop.platform.web.paging.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Reads the stock without locking any of it. */
@Repository
class StockList {

  private static final String AVAILABLE = "(s.on_hand - s.reserved)";
  private static final String COLUMNS =
      "s.sku, s.product_id, s.on_hand, s.reserved, s.last_updated";

  private static final Sorts SORTS =
      Sorts.of(
          "s.product_id",
          SortKey.whole("productId", "s.product_id"),
          SortKey.whole("available", AVAILABLE),
          SortKey.whole("onHand", "s.on_hand"),
          SortKey.time("updatedAt", "s.last_updated"));

  /** Sorts behind every character that a SKU can begin with. */
  private static final String BEHIND_ALL = Character.toString(Character.MAX_CODE_POINT);

  private final JdbcClient jdbc;
  private final LowStock low;

  StockList(JdbcClient jdbc, LowStock low) {
    this.jdbc = jdbc;
    this.low = low;
  }

  /** In the order of what is available, if that is what they are filtered by. */
  Page<StockItem> page(StockFilter filter, PageQuery query) {
    boolean byAvailable = filter.availability() != null && query.sort() == null;
    return read(
        filter,
        SORTS.page(byAvailable ? new PageQuery(query.size(), query.cursor(), "available") : query));
  }

  Page<StockItem> plain(PageQuery query) {
    return read(StockFilter.ALL, SORTS.plain(query));
  }

  /**
   * @throws InventoryNotFoundException if the product was never counted
   */
  StockItem one(long productId) {
    return of(List.of(productId)).stream()
        .findFirst()
        .orElseThrow(() -> new InventoryNotFoundException(productId));
  }

  /** In the order of their numbers; a product that was never counted is left out. */
  List<StockItem> of(Collection<Long> productIds) {
    return jdbc.sql(
            """
            select %s
              from stock s
             where s.product_id = any (:productIds)
             order by s.product_id
            """
                .formatted(COLUMNS))
        .param("productIds", new SqlArrayValue("bigint", productIds.toArray()))
        .query((row, _) -> item(row))
        .list();
  }

  /** Available units by product; a product that was never counted is left out. */
  Map<Long, Integer> available(Collection<Long> productIds) {
    return of(productIds).stream()
        .collect(Collectors.toMap(StockItem::productId, StockItem::available));
  }

  private Page<StockItem> read(StockFilter filter, PageRequest page) {
    Where where = page.where();
    where.and("s.product_id = :productId", "productId", filter.productId());
    if (filter.q() != null && !filter.q().isBlank()) {
      // A range, because "like" with a parameter hides the index from the planner.
      where.and("s.sku >= :first", "first", filter.q());
      where.and("s.sku < :last", "last", filter.q() + BEHIND_ALL);
    }
    if (filter.availability() != null) {
      low.narrow(where, AVAILABLE, Availability.named(filter.availability()));
    }
    return page.of(
        jdbc.sql(
                "select %s, %s from stock s%s%s"
                    .formatted(COLUMNS, page.keys(), where.sql(), page.orderAndLimit()))
            .params(where.params())
            .query((row, _) -> page.row(row, item(row)))
            .list());
  }

  private StockItem item(ResultSet row) throws SQLException {
    var level =
        new StockLevel(
            new Sku(row.getString("sku")),
            row.getLong("product_id"),
            row.getInt("on_hand"),
            row.getInt("reserved"));
    return new StockItem(
        level.productId(),
        level.sku().value(),
        level.onHand(),
        level.reserved(),
        level.available(),
        low.of(level),
        row.getObject("last_updated", OffsetDateTime.class).toInstant());
  }
}
