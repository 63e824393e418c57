package dev.sagashop.inventory.release;

import dev.sagashop.platform.web.paging.InvalidRangeException;
import dev.sagashop.platform.web.paging.TimeRange;
import dev.sagashop.platform.web.paging.Where;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts releases by time and reason, in the database. */
@Component
class Summing {

  /** More points than a chart can show. */
  private static final long MOST_BUCKETS = 1000;

  private final JdbcClient jdbc;

  Summing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Sum(Instant start, String reason, long count) {}

  /**
   * @param unit hours or days
   * @throws InvalidRangeException if there were more than {@value #MOST_BUCKETS} buckets
   */
  ReleaseSummary sum(OffsetDateTime from, OffsetDateTime to, ChronoUnit unit) {
    var range = new TimeRange(from, to);
    long buckets = Duration.between(from, to).dividedBy(unit.getDuration());
    if (buckets > MOST_BUCKETS) {
      throw new InvalidRangeException(
          "from",
          "%d %s before to, expected at most %d"
              .formatted(buckets, unit.name().toLowerCase(Locale.ROOT), MOST_BUCKETS));
    }
    List<Sum> sums = read(range, unit);
    return new ReleaseSummary(
        from.toInstant(),
        to.toInstant(),
        sums.stream().mapToLong(Sum::count).sum(),
        byReason(sums),
        byStart(sums));
  }

  private List<Sum> read(TimeRange range, ChronoUnit unit) {
    var where = new Where();
    range.narrow(where, "created_at");
    return jdbc.sql(
            """
            select date_trunc('%s', created_at, 'UTC') as start, reason, count(*) as releases
              from inventory_release_events
            %s
             group by start, reason
            """
                .formatted(unit == ChronoUnit.HOURS ? "hour" : "day", where.sql()))
        .params(where.params())
        .query(
            (row, _) ->
                new Sum(
                    row.getObject("start", OffsetDateTime.class).toInstant(),
                    row.getString("reason"),
                    row.getLong("releases")))
        .list();
  }

  private static List<ReleaseSummary.ReasonCount> byReason(List<Sum> sums) {
    Map<String, Long> counts =
        sums.stream()
            .collect(Collectors.groupingBy(Sum::reason, Collectors.summingLong(Sum::count)));
    return counts.entrySet().stream()
        .map(entry -> new ReleaseSummary.ReasonCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(ReleaseSummary.ReasonCount::count)
                .reversed()
                .thenComparing(ReleaseSummary.ReasonCount::reason))
        .toList();
  }

  private static List<ReleaseSummary.Bucket> byStart(List<Sum> sums) {
    Map<Instant, List<Sum>> starts =
        sums.stream().collect(Collectors.groupingBy(Sum::start, TreeMap::new, Collectors.toList()));
    return starts.entrySet().stream()
        .map(
            entry ->
                new ReleaseSummary.Bucket(
                    entry.getKey(),
                    entry.getValue().stream().mapToLong(Sum::count).sum(),
                    entry.getValue().stream().collect(Collectors.toMap(Sum::reason, Sum::count))))
        .toList();
  }
}
