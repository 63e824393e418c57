package dev.sagashop.order.reading;

import dev.sagashop.platform.web.csv.CsvFile;
import dev.sagashop.platform.web.paging.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Hands on orders as rows of a file, straight from the database. */
@Repository
class ExportingOrders {

  static final String FILE = "orders.csv";

  static final List<String> COLUMNS =
      List.of("id", "createdAt", "status", "userId", "totalAmount", "refundedAmount", "items");

  private static final int ROWS_AT_ONCE = 500;

  private final JdbcClient jdbc;

  ExportingOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The newest first.
   *
   * @param userId whose orders; null for everybody's
   */
  @Transactional(readOnly = true)
  public void forEach(@Nullable Long userId, OrderFilter filter, int limit, CsvFile.Rows file) {
    var where = new Where();
    filter.narrow(where, userId);
    // The driver reads in portions only within a transaction.
    jdbc.sql(
            """
            select id, created_at, status, user_id, total_amount,
                   (select coalesce(sum(amount), 0) from refunds
                    where order_id = orders.id and refunds.status = 'SUCCEEDED') as refunded,
                   (select string_agg(quantity || ' x ' || title, '; ' order by line_number)
                    from order_items where order_id = orders.id) as items
            from orders %s
            order by created_at desc, id desc limit %d
            """
                .formatted(where.sql(), limit))
        .withFetchSize(ROWS_AT_ONCE)
        .params(where.params())
        .query(
            row -> {
              write(row, file);
            });
  }

  private static void write(ResultSet row, CsvFile.Rows file) throws SQLException {
    file.row(
        row.getLong("id"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("status"),
        row.getLong("user_id"),
        row.getBigDecimal("total_amount"),
        row.getBigDecimal("refunded").setScale(2),
        row.getString("items"));
  }
}
