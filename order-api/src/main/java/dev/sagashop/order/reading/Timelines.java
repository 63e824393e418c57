package dev.sagashop.order.reading;

import dev.sagashop.platform.web.live.Tail;
import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.paging.PageRequest;
import dev.sagashop.platform.web.paging.SortKey;
import dev.sagashop.platform.web.paging.Sorts;
import dev.sagashop.platform.web.paging.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads timelines. Entries of one order get their ids under its row lock, so that they appear in
 * the order of their ids; those of different orders need not.
 */
@Repository
public class Timelines implements Tail.Rows {

  private static final Sorts SORTS = Sorts.of("id", SortKey.whole("id", "id"));

  private final JdbcClient jdbc;

  Timelines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An entry and whose it is. */
  public record Happening(long orderId, TimelineEntry entry) {}

  Page<TimelineEntry> of(long orderId, PageQuery query) {
    PageRequest page = SORTS.plain(query);
    Where where = page.where().and("order_id = :orderId", "orderId", orderId);
    return page.of(
        jdbc.sql(
                "select id, at, actor, what, why, from_status, to_status, "
                    + page.keys()
                    + " from order_timeline"
                    + where.sql()
                    + page.orderAndLimit())
            .params(where.params())
            .query((row, _) -> page.row(row, entry(row)))
            .list());
  }

  /**
   * What happened to some orders, in one statement.
   *
   * @param seen id of the last entry that is known, by the number of the order
   */
  public List<Happening> after(Map<Long, Long> seen) {
    return jdbc.sql(
            """
            select t.order_id, t.id, t.at, t.actor, t.what, t.why, t.from_status, t.to_status
            from unnest(:orders::bigint[], :ids::bigint[]) as seen(order_id, id)
            join order_timeline t on t.order_id = seen.order_id and t.id > seen.id
            order by t.id
            """)
        .param("orders", seen.keySet().toArray(Long[]::new))
        .param("ids", seen.values().toArray(Long[]::new))
        .query((row, _) -> new Happening(row.getLong("order_id"), entry(row)))
        .list();
  }

  @Override
  public long end() {
    return jdbc.sql("select coalesce(max(id), 0) from order_timeline").query(Long.class).single();
  }

  @Override
  public List<Tail.Row> after(long position, int most) {
    return jdbc.sql(
            "select id, order_id from order_timeline where id > :id order by id limit :most")
        .param("id", position)
        .param("most", most)
        .query((row, _) -> new Tail.Row(row.getLong("id"), row.getLong("order_id")))
        .list();
  }

  private static TimelineEntry entry(ResultSet row) throws SQLException {
    return new TimelineEntry(
        row.getLong("id"),
        OrderViews.time(row, "at"),
        row.getString("actor"),
        row.getString("what"),
        row.getString("why"),
        row.getString("from_status"),
        row.getString("to_status"));
  }
}
