package dev.sagashop.platform.outbox.operating;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The operator's view of the outbox. A row that failed holds back its aggregate until it is either
 * requeued, because what refused it was mended, or discarded, because it shall never be sent.
 */
public final class OutboxOperations {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final DoubleSupplier lagSeconds;
  private final Runnable wakeRelay;

  /**
   * @param lagSeconds the same as the gauge tells
   * @param wakeRelay called after a commit that lets rows go on
   */
  public OutboxOperations(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      DoubleSupplier lagSeconds,
      Runnable wakeRelay) {
    this.jdbc = jdbc;
    this.lagSeconds = lagSeconds;
    this.transaction = new TransactionTemplate(transactions);
    this.wakeRelay = wakeRelay;
  }

  public OutboxSummary summary() {
    Map<OutboxStatus, Long> counts = new EnumMap<>(OutboxStatus.class);
    for (OutboxStatus status : OutboxStatus.values()) {
      counts.put(status, 0L);
    }
    jdbc.sql(
            "select %s as shown_status, count(*) as rows from outbox_events group by 1"
                .formatted(OutboxStatus.COLUMN))
        .query(
            row -> {
              counts.put(OutboxStatus.valueOf(row.getString("shown_status")), row.getLong("rows"));
            });
    return new OutboxSummary(counts, lagSeconds.getAsDouble());
  }

  public List<OutboxRow> list(OutboxQuery query) {
    var conditions = new ArrayList<>(List.of("id > :after"));
    if (query.status() != null) {
      conditions.add(query.status().condition());
    }
    if (query.topic() != null) {
      conditions.add("topic = :topic");
    }
    if (query.aggregateKey() != null) {
      conditions.add("aggregate_key = :aggregateKey");
    }
    return jdbc.sql(
            "select %s from outbox_events where %s order by id limit :limit"
                .formatted(OutboxRow.COLUMNS, String.join(" and ", conditions)))
        .param("after", query.after())
        .param("topic", query.topic())
        .param("aggregateKey", query.aggregateKey())
        .param("limit", query.limit())
        .query(OutboxRow::of)
        .list();
  }

  public Optional<OutboxDetails> find(long id) {
    return row(id).map(row -> new OutboxDetails(row, payload(id), waitingBehind(row), audit(id)));
  }

  /** Lets a failed row be claimed again, at once and as if for the first time. */
  public ActionResult requeue(long id, Decision decision) {
    return act(
        id,
        decision,
        "REQUEUED",
        "status = 'PENDING', attempt_count = 0, postponed_count = 0, next_attempt_at = clock_timestamp()");
  }

  /** Gives a failed row up: it stays as a record, and what waits behind it goes on. */
  public ActionResult discard(long id, Decision decision) {
    return act(id, decision, "DISCARDED", "discarded_at = clock_timestamp()");
  }

  private ActionResult act(long id, Decision decision, String action, String change) {
    ActionResult result =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  int changed =
                      jdbc.sql(
                              "update outbox_events set %s, updated_at = clock_timestamp() where id = :id and %s"
                                  .formatted(change, OutboxStatus.FAILED.condition()))
                          .param("id", id)
                          .update();
                  if (changed == 1) {
                    record(id, decision, action);
                  }
                  return row(id)
                      .<ActionResult>map(
                          row ->
                              changed == 1
                                  ? new ActionResult.Done(row)
                                  : new ActionResult.NotFailed(row))
                      .orElseGet(() -> new ActionResult.Unknown(id));
                }));
    if (result instanceof ActionResult.Done) {
      wakeRelay.run();
    }
    return result;
  }

  private void record(long id, Decision decision, String action) {
    jdbc.sql(
            """
            insert into outbox_audit (event_id, topic, aggregate_key, sequence, action, user_id,
              user_name, reason, last_error)
            select id, topic, aggregate_key, sequence, :action, :userId, :userName, :reason, last_error
            from outbox_events where id = :id
            """)
        .param("id", id)
        .param("action", action)
        .param("userId", decision.userId())
        .param("userName", decision.userName())
        .param("reason", decision.reason())
        .update();
  }

  private Optional<OutboxRow> row(long id) {
    return jdbc.sql("select %s from outbox_events where id = :id".formatted(OutboxRow.COLUMNS))
        .param("id", id)
        .query(OutboxRow::of)
        .optional();
  }

  private String payload(long id) {
    return jdbc.sql("select payload from outbox_events where id = :id")
        .param("id", id)
        .query(String.class)
        .optional()
        .orElse("");
  }

  private long waitingBehind(OutboxRow row) {
    if (row.status() == OutboxStatus.PUBLISHED || row.status() == OutboxStatus.DISCARDED) {
      return 0;
    }
    return jdbc.sql(
            """
            select count(*) from outbox_events
            where aggregate_key = :aggregateKey and sequence > :sequence
              and status <> 'PUBLISHED' and discarded_at is null
            """)
        .param("aggregateKey", row.aggregateKey())
        .param("sequence", row.sequence())
        .query(Long.class)
        .single();
  }

  private List<OutboxAuditEntry> audit(long id) {
    return jdbc.sql("select * from outbox_audit where event_id = :id order by id")
        .param("id", id)
        .query(
            (row, number) ->
                new OutboxAuditEntry(
                    row.getString("action"),
                    row.getLong("user_id"),
                    row.getString("user_name"),
                    row.getString("reason"),
                    row.getString("last_error"),
                    row.getObject("acted_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
