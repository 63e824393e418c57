package dev.sagashop.platform.outbox.proof;

import dev.sagashop.platform.outbox.Outbox;
import dev.sagashop.platform.outbox.OutboxEvent;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The business side of a proof: commits facts, each with its event. It counts its facts itself and
 * keeps them in a table of its own, so that nothing of the outbox is judged by the outbox.
 */
final class Ledger {

  /** Says in the record itself that nobody may read it. */
  static final String TAKEN_BACK = "taken back";

  private record Payload(String aggregate, long number, String note) {}

  private final String topic;
  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;
  private final Outbox outbox;

  Ledger(String topic, JdbcClient jdbc, PlatformTransactionManager transactions, Outbox outbox) {
    this.topic = topic;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.outbox = outbox;
  }

  void createTables() {
    jdbc.sql("create table counters (aggregate text primary key, number bigint not null)").update();
    jdbc.sql(
            "create table facts (aggregate text, number bigint, text text, primary key (aggregate, number))")
        .update();
  }

  /** Commits some facts of an aggregate in one transaction. */
  void commit(String aggregate, int count) {
    inTransaction(
        status -> {
          for (int i = 0; i < count; i++) {
            note(aggregate);
          }
        });
  }

  /** Does the same work, and takes it back. */
  void rollBack(String aggregate) {
    inTransaction(
        status -> {
          note(aggregate, TAKEN_BACK);
          status.setRollbackOnly();
        });
  }

  void inTransaction(Consumer<TransactionStatus> work) {
    propagating(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(work);
  }

  /** Another transaction in the middle of one that is open; it commits first. */
  void inTransactionOfItsOwn(Consumer<TransactionStatus> work) {
    propagating(TransactionDefinition.PROPAGATION_REQUIRES_NEW).executeWithoutResult(work);
  }

  /** A part of the open transaction that can be taken back alone. */
  void inSavepoint(Consumer<TransactionStatus> work) {
    propagating(TransactionDefinition.PROPAGATION_NESTED).executeWithoutResult(work);
  }

  private TransactionTemplate propagating(int behavior) {
    var template = new TransactionTemplate(transactions);
    template.setPropagationBehavior(behavior);
    return template;
  }

  /** Notes the aggregate's next fact, and its event, in the open transaction. */
  void note(String aggregate) {
    note(aggregate, "");
  }

  /**
   * @param note makes the record as large as a test needs it
   */
  void note(String aggregate, String note) {
    // The lock on the counter makes its numbers the order of the commits.
    long number =
        jdbc.sql(
                """
                insert into counters values (:aggregate, 1)
                on conflict (aggregate) do update set number = counters.number + 1
                returning number
                """)
            .param("aggregate", aggregate)
            .query(Long.class)
            .single();
    jdbc.sql("insert into facts values (:aggregate, :number, :text)")
        .param("aggregate", aggregate)
        .param("number", number)
        .param("text", text(aggregate, number, note))
        .update();
    outbox.append(
        new OutboxEvent(topic, aggregate, "proofEvent", new Payload(aggregate, number, note)));
  }

  static String text(String aggregate, long number, String note) {
    return "{\"aggregate\":\"%s\",\"number\":%d,\"note\":\"%s\"}"
        .formatted(aggregate, number, note);
  }

  List<Fact> facts() {
    return jdbc.sql("select aggregate, number, text from facts").query(Fact.class).list();
  }
}
