package dev.sagashop.platform.outbox.deadletter;

import dev.sagashop.platform.outbox.deadletter.DeadLetterDetails.DeadLetterAuditEntry;
import dev.sagashop.platform.outbox.operating.Decision;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What became of dead letters, in the database of the hosting service. A replay is recorded before
 * it is sent and again when it was acknowledged, so that one that broke off in between shows.
 */
final class DeadLetterStates {

  private static final int LONGEST_OUTCOME = 2000;
  private static final String THIS_LETTER =
      """
      topic = :topic and topic_id = :topicId and partition_number = :partition
        and record_offset = :offset
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  DeadLetterStates(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** A letter of the topic with this id; a topic of the same name may have had another one. */
  record Key(DeadLetterId id, String topicId) {}

  /** Whether a replay may be sent. */
  sealed interface Permission {}

  /** It may, and its end must name this number. */
  record Begun(int number) implements Permission {}

  record Denied(Refusal refusal) implements Permission {}

  private record Stored(DeadLetterState state, int replays, boolean running) {}

  /** Letters without an entry are open. */
  Map<DeadLetterId, DeadLetterState> ofTopic(String topic, String topicId) {
    Map<DeadLetterId, DeadLetterState> states = new HashMap<>();
    jdbc.sql(
            "select partition_number, record_offset, state from dead_letters where topic = :topic and topic_id = :topicId")
        .param("topic", topic)
        .param("topicId", topicId)
        .query(
            row -> {
              states.put(
                  new DeadLetterId(
                      topic, row.getInt("partition_number"), row.getLong("record_offset")),
                  DeadLetterState.valueOf(row.getString("state")));
            });
    return states;
  }

  DeadLetterState of(Key key) {
    return about(key, "select state from dead_letters where " + THIS_LETTER)
        .query((row, number) -> DeadLetterState.valueOf(row.getString("state")))
        .optional()
        .orElse(DeadLetterState.OPEN);
  }

  List<DeadLetterAuditEntry> audit(Key key) {
    return about(key, "select * from dead_letter_audit where " + THIS_LETTER + " order by id")
        .query(
            (row, number) ->
                new DeadLetterAuditEntry(
                    row.getString("action"),
                    row.getLong("user_id"),
                    row.getString("user_name"),
                    row.getString("reason"),
                    row.getString("outcome"),
                    row.getObject("acted_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * Records the intent. A replay that has not ended after {@code longest} was broken off: whether
   * it was sent is unknown, and since events may arrive twice it may be begun once more.
   */
  Permission beginReplay(Key key, Decision decision, boolean again, Duration longest) {
    return locked(
        key,
        stored -> {
          Optional<Refusal> refusal =
              refusal(stored).filter(it -> it == Refusal.REPLAY_RUNNING || !again);
          if (refusal.isPresent()) {
            return new Denied(refusal.get());
          }
          about(
                  key,
                  """
                  update dead_letters set state = 'REPLAYING', replays = replays + 1,
                    replaying_until = clock_timestamp() + make_interval(secs => :longest),
                    updated_at = clock_timestamp()
                  where %s
                  """
                      .formatted(THIS_LETTER))
              .param("longest", longest.toMillis() / 1000.0)
              .update();
          record(key, decision, "REPLAY_BEGUN", null);
          return new Begun(stored.replays() + 1);
        });
  }

  void endReplay(Key key, Decision decision, Begun begun, boolean sent, String outcome) {
    transaction.executeWithoutResult(
        status -> {
          about(
                  key,
                  """
                  update dead_letters set state = :state, replaying_until = null,
                    updated_at = clock_timestamp()
                  where %s and state = 'REPLAYING' and replays = :number
                  """
                      .formatted(THIS_LETTER))
              .param("state", (sent ? DeadLetterState.REPLAYED : DeadLetterState.OPEN).name())
              .param("number", begun.number())
              .update();
          record(key, decision, sent ? "REPLAYED" : "REPLAY_FAILED", outcome);
        });
  }

  Optional<Refusal> discard(Key key, Decision decision) {
    return locked(
        key,
        stored -> {
          Optional<Refusal> refusal = refusal(stored);
          if (refusal.isEmpty()) {
            about(
                    key,
                    """
                    update dead_letters set state = 'DISCARDED', replaying_until = null,
                      updated_at = clock_timestamp()
                    where %s
                    """
                        .formatted(THIS_LETTER))
                .update();
            record(key, decision, "DISCARDED", null);
          }
          return refusal;
        });
  }

  private static Optional<Refusal> refusal(Stored stored) {
    return switch (stored.state()) {
      case OPEN -> Optional.empty();
      case REPLAYING -> stored.running() ? Optional.of(Refusal.REPLAY_RUNNING) : Optional.empty();
      case REPLAYED -> Optional.of(Refusal.ALREADY_REPLAYED);
      case DISCARDED -> Optional.of(Refusal.ALREADY_DISCARDED);
    };
  }

  /** Only one transaction at a time decides about a letter. */
  private <T> T locked(Key key, Function<Stored, T> work) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              about(
                      key,
                      """
                      insert into dead_letters (topic, topic_id, partition_number, record_offset, state)
                      values (:topic, :topicId, :partition, :offset, 'OPEN')
                      on conflict do nothing
                      """)
                  .update();
              Stored stored =
                  about(
                          key,
                          """
                          select state, replays,
                            coalesce(replaying_until > clock_timestamp(), false) as running
                          from dead_letters where %s for update
                          """
                              .formatted(THIS_LETTER))
                      .query(
                          (row, number) ->
                              new Stored(
                                  DeadLetterState.valueOf(row.getString("state")),
                                  row.getInt("replays"),
                                  row.getBoolean("running")))
                      .single();
              return work.apply(stored);
            }));
  }

  private void record(Key key, Decision decision, String action, @Nullable String outcome) {
    about(
            key,
            """
            insert into dead_letter_audit (topic, topic_id, partition_number, record_offset, action,
              user_id, user_name, reason, outcome)
            values (:topic, :topicId, :partition, :offset, :action, :userId, :userName, :reason,
              cast(:outcome as varchar))
            """)
        .param("action", action)
        .param("userId", decision.userId())
        .param("userName", decision.userName())
        .param("reason", decision.reason())
        .param("outcome", outcome == null ? null : shortened(outcome))
        .update();
  }

  private StatementSpec about(Key key, String sql) {
    return jdbc.sql(sql)
        .param("topic", key.id().topic())
        .param("topicId", key.topicId())
        .param("partition", key.id().partition())
        .param("offset", key.id().offset());
  }

  private static String shortened(String outcome) {
    String clean = outcome.replace('\0', ' ');
    return clean.length() <= LONGEST_OUTCOME ? clean : clean.substring(0, LONGEST_OUTCOME);
  }
}
