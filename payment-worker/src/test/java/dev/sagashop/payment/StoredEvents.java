package dev.sagashop.payment;

import dev.sagashop.contracts.ContractCheckedOutbox;
import dev.sagashop.platform.outbox.Outbox;
import dev.sagashop.platform.outbox.OutboxEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** An outbox that only stores, in the transaction of the fact, and can fail on command. */
final class StoredEvents implements Outbox {

  /** An event as its consumers would read it. */
  record Stored(String topic, String typeId, String payload) {}

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();
  private final AtomicBoolean failing = new AtomicBoolean();

  StoredEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql(
            """
            create table stored_events (
              id bigint generated always as identity primary key,
              topic text, order_id bigint, type_id text, payload text)
            """)
        .update();
  }

  /** The next event cannot be stored, so the transaction of its fact fails. */
  void failNext() {
    failing.set(true);
  }

  @Override
  public void append(OutboxEvent event) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("no transaction is open for " + event);
    }
    if (failing.compareAndSet(true, false)) {
      throw new IllegalStateException("told to fail: " + event);
    }
    ContractCheckedOutbox.check(event);
    jdbc.sql(
            """
            insert into stored_events (topic, order_id, type_id, payload)
            values (:topic, :orderId, :typeId, :payload)
            """)
        .param("topic", event.topic())
        .param("orderId", Long.parseLong(event.aggregateKey()))
        .param("typeId", event.typeId())
        .param("payload", json.writeValueAsString(event.payload()))
        .update();
  }

  List<Stored> ofOrder(long orderId) {
    return jdbc.sql(
            "select topic, type_id, payload from stored_events where order_id = :orderId order by id")
        .param("orderId", orderId)
        .query(
            (row, _) ->
                new Stored(
                    row.getString("topic"), row.getString("type_id"), row.getString("payload")))
        .list();
  }
}
