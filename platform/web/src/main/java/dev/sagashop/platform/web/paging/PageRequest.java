package dev.sagashop.platform.web.paging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page to be read: the parts that its statement is put together from. */
public final class PageRequest {

  private final SortKey sort;
  private final String idColumn;
  private final boolean descending;
  private final int size;
  private final @Nullable Cursor after;

  PageRequest(SortKey sort, String idColumn, boolean descending, int size, @Nullable Cursor after) {
    this.sort = sort;
    this.idColumn = idColumn;
    this.descending = descending;
    this.size = size;
    this.after = after;
  }

  /**
   * A row together with its place in the list.
   *
   * @param key the value that the list is sorted by
   */
  public record Row<T>(T item, String key, long id) {}

  /** For the select list. */
  public String keys() {
    return "%s as page_key, %s as page_id".formatted(sort.column(), idColumn);
  }

  /** Begins after the page before. */
  public Where where() {
    var where = new Where();
    if (after != null) {
      where.and(
          "(%s, %s) %s (:pageKey, :pageId)"
              .formatted(sort.column(), idColumn, descending ? "<" : ">"),
          "pageKey",
          after.key());
      where.param("pageId", after.id());
    }
    return where;
  }

  /** One row more than the page has, to know whether another one follows. */
  public String orderAndLimit() {
    String direction = descending ? "desc" : "asc";
    return " order by %s %s, %s %s limit %d"
        .formatted(sort.column(), direction, idColumn, direction, size + 1);
  }

  /** What was selected as {@link #keys}. */
  public <T> Row<T> row(ResultSet row, T item) throws SQLException {
    return new Row<>(item, sort.type().read(row, "page_key"), row.getLong("page_id"));
  }

  /**
   * @param rows as read with {@link #orderAndLimit}
   */
  public <T> Page<T> of(List<Row<T>> rows) {
    boolean hasMore = rows.size() > size;
    List<Row<T>> shown = hasMore ? rows.subList(0, size) : rows;
    String next = hasMore ? cursor(shown.getLast()) : null;
    return new Page<>(shown.stream().map(Row::item).toList(), size, hasMore, next);
  }

  private String cursor(Row<?> last) {
    return Cursor.encode((descending ? "-" : "") + sort.name(), last.key(), last.id());
  }
}
