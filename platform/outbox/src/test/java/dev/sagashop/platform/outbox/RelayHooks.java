package dev.sagashop.platform.outbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts a table under the relay of a child process that a {@link Gate} can hold, and that may be
 * broken on purpose. All the rest of the relay is the code that services run.
 */
@Configuration(proxyBeanMethods = false)
public class RelayHooks {

  @Bean
  @Primary
  OutboxTable heldTable(
      JdbcClient jdbc,
      @Value("${proof.variant}") Variant variant,
      @Value("${proof.folder}") Path folder) {
    return new HeldTable(jdbc, table(variant, jdbc), new Gate(folder));
  }

  private static OutboxTable table(Variant variant, JdbcClient jdbc) {
    return switch (variant) {
      case INTACT, NO_INBOX -> new OutboxTable(jdbc);
      case NO_LEASE -> new WithoutLease(jdbc);
      case CURSOR_BY_ID -> new WithCursor(jdbc);
      case MARK_BEFORE_SEND -> new MarkedFirst(jdbc);
    };
  }

  private static final class HeldTable extends OutboxTable {

    private final OutboxTable table;
    private final Gate gate;

    HeldTable(JdbcClient jdbc, OutboxTable table, Gate gate) {
      super(jdbc);
      this.table = table;
      this.gate = gate;
    }

    @Override
    List<ClaimedEvent> claim(String owner, int limit, Duration lease, Duration maxBackoff) {
      List<ClaimedEvent> claimed = table.claim(owner, limit, lease, maxBackoff);
      if (!claimed.isEmpty()) {
        gate.pass(Gate.Point.CLAIMED);
      }
      return claimed;
    }

    @Override
    int markPublished(Collection<ClaimedEvent> events) {
      gate.pass(Gate.Point.SENT);
      return table.markPublished(events);
    }
  }

  private static final class WithoutLease extends OutboxTable {

    private final JdbcClient jdbc;

    WithoutLease(JdbcClient jdbc) {
      super(jdbc);
      this.jdbc = jdbc;
    }

    @Override
    List<ClaimedEvent> claim(String owner, int limit, Duration lease, Duration maxBackoff) {
      return jdbc.sql(
              """
              select e.* from outbox_events e
              where e.status = 'PENDING'
                and not exists (
                  select from outbox_events earlier
                  where earlier.aggregate_key = e.aggregate_key
                    and earlier.sequence < e.sequence
                    and earlier.status <> 'PUBLISHED')
              order by e.id
              limit :limit
              """)
          .param("limit", limit)
          .query(OutboxTable::toClaimedEvent)
          .list();
    }

    @Override
    int markPublished(Collection<ClaimedEvent> events) {
      jdbc.sql(
              """
              update outbox_events
              set status = 'PUBLISHED', published_at = clock_timestamp()
              where id = any(cast(:ids as bigint[]))
              """)
          .param("ids", events.stream().map(ClaimedEvent::id).toArray(Long[]::new))
          .update();
      return events.size();
    }
  }

  private static final class WithCursor extends OutboxTable {

    private final JdbcClient jdbc;
    private long last;

    WithCursor(JdbcClient jdbc) {
      super(jdbc);
      this.jdbc = jdbc;
    }

    @Override
    List<ClaimedEvent> claim(String owner, int limit, Duration lease, Duration maxBackoff) {
      List<ClaimedEvent> claimed =
          jdbc
              .sql(
                  """
                  with next as materialized (
                    select id from outbox_events where id > :last order by id limit :limit)
                  update outbox_events e
                  set status = 'IN_PROGRESS', lease_owner = :owner, lease_epoch = lease_epoch + 1,
                    lease_until = clock_timestamp() + make_interval(secs => :lease)
                  from next where e.id = next.id
                  returning e.*
                  """)
              .param("last", last)
              .param("limit", limit)
              .param("owner", owner)
              .param("lease", (double) lease.toSeconds())
              .query(OutboxTable::toClaimedEvent)
              .list()
              .stream()
              .sorted(Comparator.comparingLong(ClaimedEvent::id))
              .toList();
      if (!claimed.isEmpty()) {
        last = claimed.getLast().id();
      }
      return claimed;
    }
  }

  private static final class MarkedFirst extends OutboxTable {

    MarkedFirst(JdbcClient jdbc) {
      super(jdbc);
    }

    @Override
    List<ClaimedEvent> claim(String owner, int limit, Duration lease, Duration maxBackoff) {
      List<ClaimedEvent> claimed = super.claim(owner, limit, lease, maxBackoff);
      if (!claimed.isEmpty()) {
        super.markPublished(claimed);
      }
      return claimed;
    }

    @Override
    int markPublished(Collection<ClaimedEvent> events) {
      return events.size();
    }
  }
}
