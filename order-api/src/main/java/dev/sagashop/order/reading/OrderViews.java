package dev.sagashop.order.reading;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.order.book.OrderNotFound;
import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.paging.PageRequest;
import dev.sagashop.platform.web.paging.SortKey;
import dev.sagashop.platform.web.paging.Sorts;
import dev.sagashop.platform.web.paging.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads orders with their lines and refunds: three statements, however many orders there are. */
@Repository
public class OrderViews {

  private static final Sorts SORTS =
      Sorts.of(
              "id",
              SortKey.time("createdAt", "created_at"),
              SortKey.number("total", "total_amount"))
          .byDefault("-createdAt");

  private final JdbcClient jdbc;

  OrderViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws IllegalStateException if there is no such order
   */
  public OrderView one(OrderId orderId) {
    return find(orderId.value())
        .orElseThrow(() -> new IllegalStateException("order " + orderId + " does not exist"));
  }

  /** A refund that is known to exist. */
  public OrderView.RefundView refund(RefundId refundId) {
    return jdbc.sql(SELECT_REFUNDS + "where id = :id")
        .param("id", refundId.value())
        .query((row, _) -> refund(row))
        .single();
  }

  /**
   * An order for its owner or the staff.
   *
   * @throws OrderNotFound for strangers too: they do not learn whether an order exists
   */
  public OrderView readable(long number, CurrentUser user) {
    return find(number)
        .filter(
            order ->
                order.userId() == user.userId() || user.isAdmin() || user.hasRole("ROLE_SUPPORT"))
        .orElseThrow(() -> new OrderNotFound(number));
  }

  private Optional<OrderView> find(long number) {
    return complete(
            jdbc.sql(SELECT.formatted("") + "where id = :id")
                .param("id", number)
                .query((row, _) -> head(row))
                .list())
        .stream()
        .findFirst();
  }

  /**
   * @param userId whose orders; null for everybody's
   */
  Page<OrderView> list(@Nullable Long userId, OrderFilter filter, PageQuery query) {
    PageRequest page = SORTS.plain(query);
    Where where = page.where();
    filter.narrow(where, userId);
    Page<OrderView> heads =
        page.of(
            jdbc.sql(SELECT.formatted(", " + page.keys()) + where.sql() + page.orderAndLimit())
                .params(where.params())
                .query((row, _) -> page.row(row, head(row)))
                .list());
    return heads.with(complete(heads.items()));
  }

  private static final String SELECT_REFUNDS =
      """
      select order_id, id, kind, amount, status, attempt, reason, explanation, outside_reference,
             restock, created_at
      from refunds
      """;

  private static final String SELECT =
      """
      select id, user_id, status, total_amount, created_at, expires_at, paid_at, cancel_reason,
             cancel_explanation%s
      from orders
      """;

  private List<OrderView> complete(List<OrderView> heads) {
    if (heads.isEmpty()) {
      return heads;
    }
    List<Long> ids = heads.stream().map(OrderView::id).toList();
    Map<Long, List<OrderView.Item>> items = items(ids);
    Map<Long, List<OrderView.RefundView>> refunds = refunds(ids);
    return heads.stream()
        .map(
            head ->
                with(
                    head,
                    items.getOrDefault(head.id(), List.of()),
                    refunds.getOrDefault(head.id(), List.of())))
        .toList();
  }

  private record Of<T>(long orderId, T part) {}

  private Map<Long, List<OrderView.Item>> items(List<Long> ids) {
    return grouped(
        jdbc.sql(
                """
                select order_id, product_id, sku, title, quantity, price
                from order_items where order_id in (:ids) order by order_id, line_number
                """)
            .param("ids", ids)
            .query(
                (row, _) ->
                    new Of<>(
                        row.getLong("order_id"),
                        new OrderView.Item(
                            row.getLong("product_id"),
                            row.getString("sku"),
                            row.getString("title"),
                            row.getInt("quantity"),
                            row.getBigDecimal("price"))))
            .list());
  }

  private Map<Long, List<OrderView.RefundView>> refunds(List<Long> ids) {
    return grouped(
        jdbc.sql(SELECT_REFUNDS + "where order_id in (:ids) order by order_id, id")
            .param("ids", ids)
            .query((row, _) -> new Of<>(row.getLong("order_id"), refund(row)))
            .list());
  }

  private static OrderView.RefundView refund(ResultSet row) throws SQLException {
    return new OrderView.RefundView(
        row.getLong("id"),
        row.getString("kind"),
        row.getBigDecimal("amount"),
        row.getString("status"),
        row.getInt("attempt"),
        row.getString("reason"),
        row.getString("explanation"),
        row.getString("outside_reference"),
        row.getBoolean("restock"),
        time(row, "created_at"));
  }

  private static <T> Map<Long, List<T>> grouped(List<Of<T>> parts) {
    return parts.stream()
        .collect(
            Collectors.groupingBy(Of::orderId, Collectors.mapping(Of::part, Collectors.toList())));
  }

  private static OrderView head(ResultSet row) throws SQLException {
    return new OrderView(
        row.getLong("id"),
        row.getLong("user_id"),
        row.getString("status"),
        row.getBigDecimal("total_amount"),
        List.of(),
        time(row, "created_at"),
        timeOrNull(row, "expires_at"),
        timeOrNull(row, "paid_at"),
        row.getString("cancel_reason"),
        row.getString("cancel_explanation"),
        List.of());
  }

  private static OrderView with(
      OrderView head, List<OrderView.Item> items, List<OrderView.RefundView> refunds) {
    return new OrderView(
        head.id(),
        head.userId(),
        head.status(),
        head.totalAmount(),
        items,
        head.createdAt(),
        head.expiresAt(),
        head.paidAt(),
        head.cancelReason(),
        head.cancelExplanation(),
        refunds);
  }

  static LocalDateTime time(ResultSet row, String column) throws SQLException {
    return utc(row.getObject(column, OffsetDateTime.class));
  }

  private static @Nullable LocalDateTime timeOrNull(ResultSet row, String column)
      throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : utc(time);
  }

  private static LocalDateTime utc(OffsetDateTime time) {
    return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
  }
}
