package dev.sagashop.inventory.release;

import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.Where;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the release audit, newest first; rows of one moment by their id, downwards. */
@Repository
class Releases {

  private static final String NEWEST_FIRST = " order by r.created_at desc, r.id desc limit ";

  /** What is in memory of an export at any time. */
  private static final int ROWS_AT_ONCE = 1000;

  private final JdbcClient jdbc;

  Releases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param after the last release of the page before; null for the first page
   */
  Page<Release> page(ReleaseFilter filter, int size, @Nullable ReleaseCursor after) {
    Where where = filter.where();
    if (after != null) {
      where
          .and("(r.created_at, r.id) < (:createdAt, :id)")
          .param("createdAt", after.createdAt().atOffset(ZoneOffset.UTC))
          .param("id", after.releaseId());
    }
    List<Release> found =
        jdbc.sql(select(where) + NEWEST_FIRST + (size + 1))
            .params(where.params())
            .query((row, _) -> Release.from(row))
            .list();
    boolean hasMore = found.size() > size;
    List<Release> shown = hasMore ? found.subList(0, size) : found;
    return new Page<>(
        shown, size, hasMore, hasMore ? ReleaseCursor.of(shown.getLast()).encode() : null);
  }

  /**
   * @param page from 0
   */
  NumberedPage<Release> page(ReleaseFilter filter, int page, int size) {
    Where where = filter.where();
    long total = count(where);
    long offset = (long) page * size;
    return new NumberedPage<>(
        offset < total ? slice(where, offset, size) : List.of(), page, size, total);
  }

  /** Hands on one release after the other, straight from the database. */
  @Transactional(readOnly = true)
  public void forEach(ReleaseFilter filter, int limit, Consumer<Release> reader) {
    Where where = filter.where();
    // The driver reads in portions only within a transaction.
    jdbc.sql(select(where) + NEWEST_FIRST + limit)
        .withFetchSize(ROWS_AT_ONCE)
        .params(where.params())
        .query(
            row -> {
              reader.accept(Release.from(row));
            });
  }

  private static String select(Where where) {
    return "select " + Release.COLUMNS + " from inventory_release_events r" + where.sql();
  }

  private long count(Where where) {
    return jdbc.sql("select count(*) from inventory_release_events r" + where.sql())
        .params(where.params())
        .query(Long.class)
        .single();
  }

  /** What comes before the page is counted off in the index; only the page's own rows are read. */
  private List<Release> slice(Where where, long offset, int size) {
    String ids =
        "select r.id from inventory_release_events r"
            + where.sql()
            + NEWEST_FIRST
            + size
            + " offset "
            + offset;
    return jdbc.sql(
            "select %s from inventory_release_events r join (%s) as page using (id)%s%d"
                .formatted(Release.COLUMNS, ids, NEWEST_FIRST, size))
        .params(where.params())
        .query((row, _) -> Release.from(row))
        .list();
  }
}
