package dev.sagashop.catalog.product;

import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.paging.PageRequest;
import dev.sagashop.platform.web.paging.SortKey;
import dev.sagashop.platform.web.paging.Sorts;
import dev.sagashop.platform.web.paging.Where;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The prices that products have and had. The database writes it, whoever changes a price. */
@Component
class PriceHistory {

  static final Sorts SORTS =
      Sorts.of("h.id", SortKey.time("from", "h.valid_from")).byDefault("-from");

  private final JdbcClient jdbc;

  PriceHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param from in UTC, without a zone like all times of products
   * @param changedBy number of the user; null for what no person wrote
   */
  record Price(BigDecimal price, LocalDateTime from, @Nullable Long changedBy) {}

  boolean knows(long productId) {
    return jdbc.sql("select exists (select from product_prices where product_id = :id)")
        .param("id", productId)
        .query(Boolean.class)
        .single();
  }

  Page<Price> of(long productId, PageQuery query) {
    PageRequest page = SORTS.page(query);
    var statement = statement(productId, page);
    return page.of(
        jdbc.sql(statement.sql())
            .params(statement.params())
            .query((row, _) -> page.row(row, price(row)))
            .list());
  }

  static ProductSearch.Statement statement(long productId, PageRequest page) {
    Where where = page.where().and("h.product_id = :productId", "productId", productId);
    Map<String, Object> params = where.params();
    return new ProductSearch.Statement(
        "select h.price, h.valid_from, h.changed_by, "
            + page.keys()
            + " from product_prices h"
            + where.sql()
            + page.orderAndLimit(),
        params);
  }

  private static Price price(ResultSet row) throws SQLException {
    return new Price(
        row.getBigDecimal("price"),
        row.getObject("valid_from", OffsetDateTime.class)
            .atZoneSameInstant(ZoneOffset.UTC)
            .toLocalDateTime(),
        row.getObject("changed_by", Long.class));
  }
}
