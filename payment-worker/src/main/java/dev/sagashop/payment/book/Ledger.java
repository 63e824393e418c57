package dev.sagashop.payment.book;

import dev.sagashop.activities.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Every movement of money, once when it is asked for and once when it is decided. The database
 * refuses to change or remove an entry, to ask twice and to decide twice.
 */
@Repository
public class Ledger {

  private enum State {
    PENDING,
    SUCCEEDED,
    FAILED
  }

  private final JdbcClient jdbc;

  public Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void ask(MovementKey key, Money amount) {
    append(key, State.PENDING, amount, null);
  }

  /**
   * @param detail what the provider calls the movement
   */
  public void succeed(MovementKey key, Money amount, @Nullable String detail) {
    append(key, State.SUCCEEDED, amount, detail);
  }

  /**
   * @param reason why no money moved
   */
  public void fail(MovementKey key, Money amount, String reason) {
    append(key, State.FAILED, amount, reason);
  }

  private void append(MovementKey key, State state, Money amount, @Nullable String detail) {
    jdbc.sql(
            """
            insert into ledger (order_id, kind, state, idempotency_key, amount, currency, detail)
            values (:orderId, :kind, :state, :key, :amount, :currency, :detail)
            """)
        .param("orderId", key.orderId().value())
        .param("kind", key.kind().name())
        .param("state", state.name())
        .param("key", key.value())
        .param("amount", amount.amount())
        .param("currency", amount.currency())
        .param("detail", detail)
        .update();
  }
}
