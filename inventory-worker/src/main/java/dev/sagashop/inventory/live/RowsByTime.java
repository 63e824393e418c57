package dev.sagashop.inventory.live;

import dev.sagashop.platform.web.live.Tail;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows by when they were written, which an index of each of these tables begins with. */
final class RowsByTime implements Tail.Rows {

  private final JdbcClient jdbc;
  private final String end;
  private final String after;

  private RowsByTime(JdbcClient jdbc, String table, String time, String subject) {
    this.jdbc = jdbc;
    this.end = "select %s from %s order by 1 desc limit 1".formatted(time, table);
    this.after =
        "select %s, %s from %s where %1$s > :time order by %1$s limit :most"
            .formatted(time, subject, table);
  }

  /**
   * By product. Every change of a product's stock is seen in its row: reservations move nothing, so
   * they leave no movement.
   */
  static RowsByTime ofStock(JdbcClient jdbc) {
    return new RowsByTime(jdbc, "stock", "last_updated", "product_id");
  }

  /** By order. */
  static RowsByTime ofReleases(JdbcClient jdbc) {
    return new RowsByTime(jdbc, "inventory_release_events", "created_at", "order_id");
  }

  @Override
  public long end() {
    return jdbc.sql(end).query(OffsetDateTime.class).optional().map(RowsByTime::micros).orElse(0L);
  }

  @Override
  public List<Tail.Row> after(long position, int most) {
    return jdbc.sql(after)
        .param("time", Instant.EPOCH.plus(position, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query(
            (row, _) ->
                new Tail.Row(micros(row.getObject(1, OffsetDateTime.class)), row.getLong(2)))
        .list();
  }

  private static long micros(OffsetDateTime time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant());
  }
}
