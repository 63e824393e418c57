package dev.sagashop.platform.outbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The memory of our consumers, in the database of their effect. */
final class JdbcInbox implements Inbox {

  private final JdbcClient jdbc;

  JdbcInbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean firstTime(String group, String eventId) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "No transaction is open while event %s is noted for %s; note it in the transaction of its effect, for example in a @Transactional method"
              .formatted(eventId, group));
    }
    if (group.isBlank() || group.contains(":") || eventId.isBlank()) {
      throw new IllegalArgumentException(
          "Group '%s' and event id '%s' do not make a key; expected a group without ':' and an id"
              .formatted(group, eventId));
    }
    // A second transaction with the same key waits here until the first has ended.
    int inserted =
        jdbc.sql(
                "insert into processed_events (event_key) values (:key) on conflict (event_key) do nothing")
            .param("key", group + ":" + eventId)
            .update();
    return inserted == 1;
  }
}
