package dev.sagashop.platform.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All SQL of the outbox. Each statement is one transaction of its own, except the insert, which
 * joins the caller's. Time is the database's alone, so replicas need no common clock.
 *
 * <p>Open for extension, so that tests can put a broken table in its place and see it caught.
 */
class OutboxTable {

  private static final int LONGEST_ERROR = 2000;

  private final JdbcClient jdbc;

  OutboxTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes the aggregate's lock and its next number; both last until the caller's commit. */
  void insert(OutboxEvent event, String payload, TraceContext trace) {
    jdbc.sql(
            """
            with numbered as (
              insert into outbox_aggregates (aggregate_key, last_sequence) values (:aggregateKey, 1)
              on conflict (aggregate_key)
                do update set last_sequence = outbox_aggregates.last_sequence + 1
              returning last_sequence)
            insert into outbox_events (event_key, topic, aggregate_key, sequence, event_type, type_id,
              payload, trace_id, parent_span_id, trace_sampled)
            select :eventKey, :topic, :aggregateKey, last_sequence, :topic, :typeId,
              :payload, cast(:traceId as varchar), cast(:spanId as varchar), cast(:sampled as boolean)
            from numbered
            """)
        .param("eventKey", event.topic() + ":" + event.aggregateKey() + ":" + UUID.randomUUID())
        .param("topic", event.topic())
        .param("aggregateKey", event.aggregateKey())
        .param("typeId", event.typeId())
        .param("payload", payload)
        .param("traceId", trace.traceId())
        .param("spanId", trace.spanId())
        .param("sampled", trace.sampled())
        .update();
  }

  /**
   * Claims what is due, at most one event of an aggregate: the first that is not published. An
   * event that is claimed, failed or waiting thus holds back those behind it, and no others; one
   * that an operator has discarded holds back nothing.
   *
   * <p>A time further ahead than this relay ever sets one is taken as due: the clock was put back.
   *
   * <p>Statistics from before a burst say that nothing waits. The scalar subquery, the limit that
   * the planner cannot see and the array keep it on the indexes even then; as joins, one claim
   * would read all that waits, again for each row.
   */
  List<ClaimedEvent> claim(String owner, int limit, Duration lease, Duration maxBackoff) {
    return jdbc
        .sql(
            """
            with heads as materialized (
              select e.id from outbox_events e
              where e.status = 'PENDING'
                and (e.next_attempt_at <= clock_timestamp()
                  or e.next_attempt_at > clock_timestamp() + make_interval(secs => :maxBackoff))
                and e.sequence = (
                  select min(waiting.sequence) from outbox_events waiting
                  where waiting.aggregate_key = e.aggregate_key
                    and waiting.status <> 'PUBLISHED'
                    and waiting.discarded_at is null)
              order by e.id
              limit (select cast(:limit as integer))
              for update of e skip locked)
            update outbox_events e
            set status = 'IN_PROGRESS', attempt_count = attempt_count + 1,
              lease_owner = :owner, lease_epoch = lease_epoch + 1,
              lease_until = clock_timestamp() + make_interval(secs => :lease),
              updated_at = clock_timestamp()
            where e.id = any (array(select id from heads))
            returning e.*
            """)
        .param("owner", owner)
        .param("limit", limit)
        .param("lease", seconds(lease))
        .param("maxBackoff", seconds(maxBackoff))
        .query(OutboxTable::toClaimedEvent)
        .list()
        .stream()
        .sorted(Comparator.comparingLong(ClaimedEvent::id))
        .toList();
  }

  /** Returns how many rows were still held under the epoch of their claim. */
  int markPublished(Collection<ClaimedEvent> events) {
    return mark(
        events,
        """
        set status = 'PUBLISHED', published_at = clock_timestamp(), updated_at = clock_timestamp(),
          last_error = null, lease_owner = null, lease_until = null
        """,
        null);
  }

  /** The destination was unavailable: the attempt does not count, and the pause doubles. */
  int giveBack(Collection<ClaimedEvent> events, String error, Duration maxBackoff) {
    return mark(
        events,
        """
        set status = 'PENDING', attempt_count = attempt_count - 1,
          postponed_count = postponed_count + 1,
          next_attempt_at = clock_timestamp() + make_interval(
            secs => least(0.1 * power(2, least(postponed_count, 10)), %s)),
          updated_at = clock_timestamp(), last_error = :error, lease_owner = null, lease_until = null
        """
            .formatted(seconds(maxBackoff)),
        error);
  }

  int markFailed(ClaimedEvent event, String error) {
    return mark(
        List.of(event),
        """
        set status = 'FAILED', updated_at = clock_timestamp(), last_error = :error,
          lease_owner = null, lease_until = null
        """,
        error);
  }

  /** Marks rows, unless another relay has claimed them since: its claim has a higher epoch. */
  private int mark(Collection<ClaimedEvent> events, String change, @Nullable String error) {
    return jdbc.sql(
            """
            update outbox_events e
            %s
            from unnest(cast(:ids as bigint[]), cast(:epochs as bigint[])) as claimed (id, epoch)
            where e.id = claimed.id and e.lease_epoch = claimed.epoch and e.status = 'IN_PROGRESS'
            """
                .formatted(change))
        .param("ids", events.stream().map(ClaimedEvent::id).toArray(Long[]::new))
        .param("epochs", events.stream().map(ClaimedEvent::epoch).toArray(Long[]::new))
        .param("error", error == null ? null : shortened(error))
        .update();
  }

  /** Returns claims whose relay has not marked them in time, to be claimed again. */
  int returnExpiredLeases(Duration lease) {
    return jdbc.sql(
            """
            update outbox_events
            set status = 'PENDING', lease_owner = null, lease_until = null,
              next_attempt_at = clock_timestamp(), updated_at = clock_timestamp()
            where status = 'IN_PROGRESS'
              and (lease_until < clock_timestamp()
                or lease_until > clock_timestamp() + make_interval(secs => :longestLease))
            """)
        // Twice the lease leaves room for replicas that run with another setting.
        .param("longestLease", 2 * seconds(lease))
        .update();
  }

  /** Deletes some of the published rows that are older than the retention, and says how many. */
  int purge(Duration retention, int limit) {
    return jdbc.sql(
            """
            delete from outbox_events where id in (
              select id from outbox_events
              where status = 'PUBLISHED'
                and created_at < clock_timestamp() - make_interval(secs => :retention)
                and published_at < clock_timestamp() - make_interval(secs => :retention)
              order by created_at
              limit :limit
              for update skip locked)
            """)
        .param("retention", seconds(retention))
        .param("limit", limit)
        .update();
  }

  /** Counts rows that are not published; these are few, whatever the retention. */
  Backlog backlog() {
    return jdbc.sql(
            """
            select count(*) filter (where status = 'PENDING') as pending,
              count(*) filter (where status = 'IN_PROGRESS') as in_progress,
              count(*) filter (where status = 'FAILED') as failed,
              coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) as lag_seconds
            from outbox_events where status <> 'PUBLISHED' and discarded_at is null
            """)
        .query(
            (row, number) ->
                new Backlog(
                    row.getLong("pending"),
                    row.getLong("in_progress"),
                    row.getLong("failed"),
                    row.getDouble("lag_seconds")))
        .single();
  }

  long countPublished() {
    return jdbc.sql("select count(*) from outbox_events where status = 'PUBLISHED'")
        .query(Long.class)
        .single();
  }

  static ClaimedEvent toClaimedEvent(ResultSet row, int number) throws SQLException {
    return new ClaimedEvent(
        row.getLong("id"),
        row.getLong("lease_epoch"),
        row.getString("topic"),
        row.getString("aggregate_key"),
        row.getLong("sequence"),
        row.getString("type_id"),
        row.getString("payload"),
        new TraceContext(
                row.getString("trace_id"),
                row.getString("parent_span_id"),
                row.getBoolean("trace_sampled"))
            .traceparent(),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  /** Texts of PostgreSQL know no NUL, and the column has a limit. */
  private static String shortened(String error) {
    String clean = error.replace('\0', ' ');
    return clean.length() <= LONGEST_ERROR ? clean : clean.substring(0, LONGEST_ERROR);
  }

  record Backlog(long pending, long inProgress, long failed, double lagSeconds) {}
}
