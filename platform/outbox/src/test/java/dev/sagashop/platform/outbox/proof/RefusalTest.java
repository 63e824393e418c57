package dev.sagashop.platform.outbox.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.platform.outbox.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.TransactionSystemException;

/** What must never arrive, and what cannot arrive until somebody decides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTest {

  private final Stage stage = Stage.open(Variant.INTACT);
  private final Ledger ledger = stage.ledger();

  /** Texts of facts that an operator has decided not to tell. */
  private final List<String> discarded = new ArrayList<>();

  private final Child relay = Child.start(RelayMain.class, stage.role(List.of()));

  @AfterAll
  void close() {
    relay.close();
    stage.close();
  }

  @Test
  void nothingOfATransactionThatIsTakenBackIsTold() {
    ledger.commit("undone", 1);
    ledger.rollBack("undone");
    ledger.inTransaction(
        status -> {
          ledger.note("undone");
          ledger.inSavepoint(
              part -> {
                ledger.note("undone", Ledger.TAKEN_BACK);
                part.setRollbackOnly();
              });
        });
    assertThatThrownBy(
            () ->
                ledger.inTransaction(
                    status -> {
                      ledger.note("undone", Ledger.TAKEN_BACK);
                      // The signal that ends a server process, between the work and the commit.
                      stage
                          .jdbc()
                          .sql("select pg_terminate_backend(pg_backend_pid())")
                          .query(Boolean.class)
                          .single();
                    }))
        .as("the work fails, and so does its rollback")
        .isInstanceOf(TransactionSystemException.class);
    ledger.commit("undone", 1);
    stage.awaitPublished("undone");

    assertThat(textsOf("undone")).isEqualTo(expected("undone", 1, 2, 3));
    assertSound();
  }

  @Test
  void aPoisonRowHoldsBackItsAggregateAloneUntilItIsMended() {
    ledger.inTransaction(
        status -> {
          ledger.commit("poisoned", 3);
          stage
              .jdbc()
              .sql(
                  "update outbox_events set topic = 'not a topic!' where aggregate_key = 'poisoned' and sequence = 2")
              .update();
        });
    awaitFailed("poisoned");
    assertOthersPass("beside-poison");
    assertThat(textsOf("poisoned")).isEqualTo(expected("poisoned", 1));
    assertThat(stage.count("aggregate_key = 'poisoned' and status = 'PENDING'")).isEqualTo(1);

    stage
        .jdbc()
        .sql("update outbox_events set topic = :topic where status = 'FAILED'")
        .param("topic", stage.topic())
        .update();
    requeue("poisoned");
    assertThat(textsOf("poisoned")).isEqualTo(expected("poisoned", 1, 2, 3));
    assertSound();
  }

  @Test
  void aRowThatIsTooLargeForTheBrokerHoldsBackItsAggregateAloneUntilItFits() {
    // The topic must be there before its limit can be lowered.
    ledger.commit("small", 1);
    stage.awaitPublished("small");
    limitRecords(100_000);
    String note = "x".repeat(300_000);
    commitBetweenTwo("large", note);
    awaitFailed("large");
    assertOthersPass("beside-large");
    assertThat(textsOf("large")).isEqualTo(expected("large", 1));

    limitRecords(1_000_000);
    requeue("large");
    assertThat(textsOf("large"))
        .containsExactly(
            Ledger.text("large", 1, ""),
            Ledger.text("large", 2, note),
            Ledger.text("large", 3, ""));
    assertSound();
  }

  @Test
  void aRowThatIsTooLargeToLeaveIsPassedOverOnlyWhenItIsTakenAway() {
    String note = "x".repeat(2_000_000);
    commitBetweenTwo("huge", note);
    awaitFailed("huge");
    assertOthersPass("beside-huge");
    assertThat(textsOf("huge")).isEqualTo(expected("huge", 1));

    discarded.add(Ledger.text("huge", 2, note));
    stage.jdbc().sql("delete from outbox_events where status = 'FAILED'").update();
    stage.awaitPublished("huge");
    assertThat(textsOf("huge")).isEqualTo(expected("huge", 1, 3));
    assertSound();
  }

  /** Three facts of one transaction, the second with the note. */
  private void commitBetweenTwo(String aggregate, String note) {
    ledger.inTransaction(
        status -> {
          ledger.commit(aggregate, 1);
          ledger.note(aggregate, note);
          ledger.commit(aggregate, 1);
        });
  }

  private void awaitFailed(String aggregate) {
    stage.until(
        aggregate + " has failed",
        () -> stage.count("status = 'FAILED' and aggregate_key = '%s'".formatted(aggregate)) == 1);
  }

  private void assertOthersPass(String aggregate) {
    ledger.commit(aggregate, 5);
    stage.awaitPublished(aggregate);
  }

  private void requeue(String aggregate) {
    stage
        .jdbc()
        .sql("update outbox_events set status = 'PENDING' where status = 'FAILED'")
        .update();
    stage.awaitPublished(aggregate);
  }

  private List<String> textsOf(String aggregate) {
    return stage.evidence().told().stream()
        .filter(told -> told.key().equals(aggregate))
        .map(Told::text)
        .distinct()
        .toList();
  }

  private static List<String> expected(String aggregate, int... numbers) {
    return Arrays.stream(numbers).mapToObj(number -> Ledger.text(aggregate, number, "")).toList();
  }

  private void assertSound() {
    Evidence evidence = stage.evidence();
    List<Fact> facts =
        evidence.facts().stream().filter(it -> !discarded.contains(it.text())).toList();
    new Evidence(facts, evidence.told(), evidence.claims()).assertSound();
  }

  private void limitRecords(int bytes) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", TestParts.kafka().bootstrapServers());
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, stage.topic());
    Collection<AlterConfigOp> change =
        List.of(
            new AlterConfigOp(
                new ConfigEntry("max.message.bytes", Integer.toString(bytes)),
                AlterConfigOp.OpType.SET));
    try (Admin admin = Admin.create(settings)) {
      admin.incrementalAlterConfigs(Map.of(topic, change)).all().get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException error) {
      throw new AssertionError("The limit of the topic cannot be set", error);
    }
  }
}
