package dev.sagashop.inventory.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.inventory.ReleaseReason;
import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.testing.LargeDatabase;
import dev.sagashop.platform.web.testing.LargeDatabase.Plan;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is asked for stays cheap when the audit has many rows, and none is lost among them. */
class FlatReleasesTest {

  private static final int ROWS = Integer.getInteger("sagashop.rows", 200_000);
  private static final OffsetDateTime FIRST_DAY =
      OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private static final String BY_TIME = "inventory_release_events_by_time";
  private static final String OF_A_REASON = "inventory_release_events_of_a_reason";
  private static final ReleaseFilter RARE =
      new ReleaseFilter(null, ReleaseReason.ORDER_REFUNDED, null, null);
  private static final ReleaseFilter A_DAY =
      new ReleaseFilter(null, null, FIRST_DAY.plusDays(50), FIRST_DAY.plusDays(51));

  private static final LargeDatabase DATABASE = LargeDatabase.create();

  private final JdbcClient jdbc = DATABASE.plain();
  private final Releases releases = new Releases(DATABASE.watched());

  /** 2000 rows a day, all within one millisecond of it, and 20 within one microsecond. */
  @BeforeAll
  static void fill() {
    insert(1, ROWS);
    DATABASE.settle();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void readsAPageFromAnIndexWhereverItIs() {
    var middle = new ReleaseCursor(FIRST_DAY.plusDays(50).toInstant(), UUID.randomUUID());

    for (ReleaseCursor after : new @Nullable ReleaseCursor[] {null, middle}) {
      assertPlan(() -> releases.page(ReleaseFilter.ALL, 20, after), "Index Scan " + BY_TIME);
      assertPlan(() -> releases.page(A_DAY, 20, after), "Index Scan " + BY_TIME);
      assertPlan(() -> releases.page(RARE, 20, after), "Index Scan " + OF_A_REASON);
    }
  }

  @Test
  void countsOffInAnIndexAndCountsAReasonThere() {
    List<Plan> plans = DATABASE.plans(() -> releases.page(ReleaseFilter.ALL, ROWS / 200, 100));

    assertThat(plans).hasSize(2);
    assertThat(plans.getLast().nodes())
        .as(plans.getLast().toString())
        .contains("Index Only Scan " + BY_TIME, "Index Scan inventory_release_events_pkey")
        .doesNotContain("Seq Scan");

    List<Plan> ofAReason = DATABASE.plans(() -> releases.page(RARE, 1, 20));
    assertThat(ofAReason)
        .allMatch(plan -> plan.nodes().contains("Index Only Scan " + OF_A_REASON), "by index only");
  }

  @Test
  void sumsADayFromAnIndexAlone() {
    var summing = new Summing(DATABASE.watched());
    List<Plan> plans =
        DATABASE.plans(
            () -> {
              ReleaseSummary summary =
                  summing.sum(FIRST_DAY.plusDays(50), FIRST_DAY.plusDays(52), ChronoUnit.DAYS);
              assertThat(summary.buckets()).hasSizeGreaterThanOrEqualTo(2);
            });

    assertThat(plans).hasSize(1);
    assertThat(plans.getFirst().nodes())
        .as(plans.getFirst().toString())
        .anyMatch(node -> node.startsWith("Index Only Scan"))
        .doesNotContain("Seq Scan");
  }

  /** Others go on writing, at the top and in between. */
  @Test
  void walksOverEveryRowOnceWhileOthersAreWritten() {
    Set<UUID> there = ids();
    Set<UUID> seen = HashSet.newHashSet(there.size());
    int late = 2 * ROWS;
    @Nullable ReleaseCursor after = null;
    int pages = 0;
    do {
      Page<Release> page = releases.page(ReleaseFilter.ALL, 100, after);
      page.items()
          .forEach(
              release ->
                  assertThat(seen.add(release.releaseId())).as("%s is new", release).isTrue());
      if (pages++ % 20 == 0) {
        insert(++late, late);
        insertAt(++late, Instant.now());
      }
      String next = page.nextCursor();
      after = next == null ? null : ReleaseCursor.decode(next);
    } while (after != null);

    there.removeAll(seen);
    assertThat(there).as("rows that were lost").isEmpty();
  }

  /** If all rows were in memory before the first one is handed on, it would reach the last one. */
  @Test
  void exportsStraightFromTheDatabase() {
    var source = DATABASE.source();
    var exported = new Releases(JdbcClient.create(source));
    var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    var rows = new AtomicInteger();

    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    _ ->
                        exported.forEach(
                            ReleaseFilter.ALL,
                            ROWS,
                            _ -> {
                              if (rows.incrementAndGet() == 1) {
                                terminateReaders();
                              }
                            })))
        .isInstanceOfAny(
            DataAccessException.class, org.springframework.transaction.TransactionException.class);

    assertThat(rows).hasPositiveValue().hasValueLessThan(ROWS);
  }

  /** On a connection of its own, out of the transaction. */
  private static void terminateReaders() {
    DATABASE
        .watched()
        .sql(
            """
            select pg_terminate_backend(pid)
              from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()
               and state = 'idle in transaction'
            """)
        .query(Boolean.class)
        .list();
  }

  private static void assertPlan(Runnable action, String scan) {
    List<Plan> plans = DATABASE.plans(action);
    assertThat(plans).hasSize(1);
    assertThat(plans.getFirst().nodes())
        .as(plans.getFirst().toString())
        .containsExactly("Limit", scan);
  }

  private Set<UUID> ids() {
    return new HashSet<>(
        jdbc.sql("select id from inventory_release_events").query(UUID.class).list());
  }

  private static void insert(int first, int last) {
    reserve(first, last);
    DATABASE
        .plain()
        .sql(
            """
            insert into inventory_release_events (order_id, reservation_id, reason, created_at)
            select order_id, reservation_id,
                   case when order_id % 1000 = 0 then 'ORDER_REFUNDED'
                        when order_id % 3 = 0 then 'PAYMENT_FAILED'
                        else 'ORDER_CANCELLED' end,
                   :firstDay::timestamptz
                     + (order_id % :rows) / 2000 * interval '1 day'
                     + order_id % 2000 / 20 * interval '1 microsecond'
              from reservations
             where order_id between :first and :last
            """)
        .param("firstDay", FIRST_DAY)
        .param("rows", ROWS)
        .param("first", first)
        .param("last", last)
        .update();
  }

  private static void insertAt(int orderId, Instant createdAt) {
    reserve(orderId, orderId);
    DATABASE
        .plain()
        .sql(
            """
            insert into inventory_release_events (order_id, reservation_id, reason, created_at)
            values (:orderId, gen_random_uuid(), 'PAYMENT_FAILED', :createdAt)
            """)
        .param("orderId", orderId)
        .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static void reserve(int first, int last) {
    DATABASE
        .plain()
        .sql(
            """
            insert into reservations (order_id, origin, status, released_at)
            select number, 'SAGA', 'RELEASED', now() from generate_series(:first, :last) as number
            """)
        .param("first", first)
        .param("last", last)
        .update();
  }
}
