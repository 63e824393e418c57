package dev.sagashop.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sagashop.platform.outbox.operating.ActionResult;
import dev.sagashop.platform.outbox.operating.Decision;
import dev.sagashop.platform.outbox.operating.OutboxAuditEntry;
import dev.sagashop.platform.outbox.operating.OutboxOperations;
import dev.sagashop.platform.outbox.operating.OutboxQuery;
import dev.sagashop.platform.outbox.operating.OutboxRow;
import dev.sagashop.platform.outbox.operating.OutboxStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatingTest {

  private static final Decision DECISION =
      new Decision(1, "admin@example.com", "the topic accepts it now");

  private final String topic = Topic.newName();
  private final Service service = Service.withRelay(Parts.database(), topic);
  private final OutboxOperations operations = service.bean(OutboxOperations.class);

  @AfterAll
  void stop() {
    service.close();
  }

  private OutboxEvent event(String aggregateKey, Object payload) {
    return new OutboxEvent(topic, aggregateKey, "alias", payload);
  }

  /** The second of three events is larger than any broker takes. */
  private OutboxRow poison(String aggregateKey) {
    service.append(
        event(aggregateKey, "first"),
        event(aggregateKey, "x".repeat(2_000_000)),
        event(aggregateKey, "third"));
    await().until(() -> !rows(OutboxStatus.FAILED, aggregateKey).isEmpty());
    return rows(OutboxStatus.FAILED, aggregateKey).getFirst();
  }

  private List<OutboxRow> rows(@Nullable OutboxStatus status, @Nullable String aggregateKey) {
    return operations.list(new OutboxQuery(status, null, aggregateKey, 0, 100));
  }

  private List<String> sent(String key) {
    return Topic.readAll(topic).stream()
        .filter(it -> it.key().equals(key))
        .map(Topic::text)
        .toList();
  }

  @Test
  void aDiscardedEventStaysAsARecordAndWhatFollowsGoesOnInOrder() {
    OutboxRow failed = poison("a");
    assertThat(failed.sequence()).isEqualTo(2);
    assertThat(failed.lastError()).startsWith("RecordTooLarge");
    assertThat(operations.find(failed.id()).orElseThrow().waitingBehind()).isEqualTo(1);
    assertThat(sent("a")).containsExactly("\"first\"");

    assertThat(operations.discard(failed.id(), DECISION)).isInstanceOf(ActionResult.Done.class);
    service.append(event("a", "fourth"));
    await().until(() -> rows(OutboxStatus.PUBLISHED, "a").size() == 3);

    assertThat(sent("a")).containsExactly("\"first\"", "\"third\"", "\"fourth\"");
    assertThat(rows(OutboxStatus.DISCARDED, "a"))
        .extracting(OutboxRow::id)
        .containsExactly(failed.id());
    assertThat(rows(OutboxStatus.FAILED, "a")).isEmpty();
    assertThat(
            service.count("aggregate_key = 'a' and status = 'FAILED' and discarded_at is not null"))
        .isEqualTo(1);
    assertThat(operations.summary().counts())
        .containsEntry(OutboxStatus.FAILED, 0L)
        .hasEntrySatisfying(OutboxStatus.DISCARDED, count -> assertThat(count).isPositive());
    await().until(() -> operations.summary().lagSeconds() == 0);
    assertThat(service.bean(OutboxTable.class).backlog().failed()).isZero();
  }

  @Test
  void aRequeuedEventIsSentInItsPlace() {
    OutboxRow failed = poison("b");
    // What an operator mends outside: here the event is made small enough.
    service
        .jdbc()
        .sql("update outbox_events set payload = '\"second\"' where id = ?")
        .param(failed.id())
        .update();
    assertThat(operations.requeue(failed.id(), DECISION)).isInstanceOf(ActionResult.Done.class);
    await().until(() -> rows(OutboxStatus.PUBLISHED, "b").size() == 3);

    assertThat(sent("b")).containsExactly("\"first\"", "\"second\"", "\"third\"");
    assertThat(service.count("id = %d and attempt_count = 1".formatted(failed.id()))).isEqualTo(1);
  }

  @Test
  void aRequeuedEventThatIsStillPoisonFailsAgainAndBothActionsAreRecorded() {
    OutboxRow failed = poison("c");
    operations.requeue(failed.id(), DECISION);
    await().until(() -> !rows(OutboxStatus.FAILED, "c").isEmpty());
    operations.discard(failed.id(), new Decision(2, "other@example.com", "too large for good"));

    List<OutboxAuditEntry> audit = operations.find(failed.id()).orElseThrow().audit();
    assertThat(audit).extracting(OutboxAuditEntry::action).containsExactly("REQUEUED", "DISCARDED");
    assertThat(audit)
        .extracting(OutboxAuditEntry::userName)
        .containsExactly("admin@example.com", "other@example.com");
    assertThat(audit.getFirst().reason()).isEqualTo("the topic accepts it now");
    assertThat(audit.getFirst().userId()).isEqualTo(1);
    assertThat(audit.getFirst().lastError()).startsWith("RecordTooLarge");
  }

  @Test
  void onlyFailedRowsCanBeActedOn() {
    OutboxRow failed = poison("d");
    OutboxRow published = rows(OutboxStatus.PUBLISHED, "d").getFirst();
    OutboxRow waiting = rows(OutboxStatus.PENDING, "d").getFirst();
    assertThat(operations.requeue(published.id(), DECISION))
        .isInstanceOf(ActionResult.NotFailed.class);
    assertThat(operations.discard(waiting.id(), DECISION))
        .isInstanceOf(ActionResult.NotFailed.class);
    assertThat(operations.discard(987_654, DECISION)).isEqualTo(new ActionResult.Unknown(987_654));
    operations.discard(failed.id(), DECISION);
    assertThat(operations.requeue(failed.id(), DECISION))
        .isInstanceOf(ActionResult.NotFailed.class);
    assertThat(operations.find(published.id()).orElseThrow().audit()).isEmpty();
    assertThat(operations.find(failed.id()).orElseThrow().audit()).hasSize(1);
  }

  @Test
  void ofTwoOperatorsAtOnceOneActs() throws Exception {
    OutboxRow failed = poison("e");
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<ActionResult> discard = () -> operations.discard(failed.id(), DECISION);
      long done = 0;
      for (Future<ActionResult> result :
          threads.invokeAll(List.of(discard, discard, discard, discard))) {
        done += result.get() instanceof ActionResult.Done ? 1 : 0;
      }
      assertThat(done).isEqualTo(1);
    }
    assertThat(operations.find(failed.id()).orElseThrow().audit()).hasSize(1);
  }

  @Test
  void theAuditCanBeNeitherChangedNorEmptied() {
    operations.discard(poison("f").id(), DECISION);
    for (String tampering :
        List.of(
            "update outbox_audit set reason = 'other'",
            "delete from outbox_audit",
            "truncate outbox_audit",
            "truncate dead_letter_audit")) {
      assertThatThrownBy(() -> service.jdbc().sql(tampering).update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void rowsAreListedByPageTopicAndAggregate() {
    for (int i = 0; i < 5; i++) {
      service.append(event("g", i), event("other", i));
    }
    await().until(() -> rows(OutboxStatus.PUBLISHED, "g").size() == 5);
    List<OutboxRow> first = operations.list(new OutboxQuery(null, topic, "g", 0, 3));
    List<OutboxRow> second =
        operations.list(new OutboxQuery(null, topic, "g", first.getLast().id(), 3));
    assertThat(first).hasSize(3);
    assertThat(second).hasSize(2);
    assertThat(second.getFirst().id()).isGreaterThan(first.getLast().id());
    assertThat(operations.list(new OutboxQuery(null, "elsewhere", null, 0, 3))).isEmpty();
  }

  @Test
  void aReasonMustBeGivenAndShort() {
    assertThatThrownBy(() -> new Decision(1, "a", " ")).hasMessageContaining("1 to 500");
    assertThatThrownBy(() -> new Decision(1, "a", "x".repeat(501)))
        .hasMessageContaining("501 characters");
  }

  @Test
  void aDiscardedEventIsNeverPurgedOrClaimed() {
    OutboxRow failed = poison("h");
    operations.discard(failed.id(), DECISION);
    service.append(event("h", "last"));
    await().until(() -> rows(OutboxStatus.PUBLISHED, "h").size() == 3);
    OutboxTable table = service.bean(OutboxTable.class);
    service
        .jdbc()
        .sql("update outbox_events set created_at = created_at - interval '1 year'")
        .update();
    table.purge(Duration.ofDays(7), 100);
    assertThat(table.returnExpiredLeases(Duration.ofSeconds(30))).isZero();
    assertThat(rows(OutboxStatus.DISCARDED, "h")).hasSize(1);
    assertThat(sent("h")).containsExactly("\"first\"", "\"third\"", "\"last\"");
  }
}
