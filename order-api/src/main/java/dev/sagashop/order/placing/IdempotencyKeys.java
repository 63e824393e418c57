package dev.sagashop.order.placing;

import dev.sagashop.activities.OrderId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys of the last day, each with the order that it stands for. */
@Repository
class IdempotencyKeys {

  private final JdbcClient jdbc;

  IdempotencyKeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Known(String bodyHash, OrderId orderId) {}

  Optional<Known> find(long userId, IdempotencyKey key) {
    return jdbc.sql(
            """
            select body_hash, order_id from idempotency_keys
            where user_id = :userId and key = :key and expires_at > now()
            """)
        .param("userId", userId)
        .param("key", key.value())
        .query(
            (row, _) -> new Known(row.getString("body_hash"), new OrderId(row.getLong("order_id"))))
        .optional();
  }

  /**
   * Takes a key, or waits for the transaction that has taken it. One that expired is taken over.
   *
   * @return false if the key stands for an order
   */
  boolean take(long userId, IdempotencyKey key, String bodyHash) {
    return jdbc.sql(
                """
                insert into idempotency_keys (user_id, key, body_hash)
                values (:userId, :key, :bodyHash)
                on conflict (user_id, key) do update
                set body_hash = excluded.body_hash, order_id = null,
                    created_at = excluded.created_at, expires_at = excluded.expires_at
                where idempotency_keys.expires_at <= now()
                """)
            .param("userId", userId)
            .param("key", key.value())
            .param("bodyHash", bodyHash)
            .update()
        == 1;
  }

  void pointTo(long userId, IdempotencyKey key, OrderId orderId) {
    jdbc.sql(
            "update idempotency_keys set order_id = :orderId where user_id = :userId and key = :key")
        .param("orderId", orderId.value())
        .param("userId", userId)
        .param("key", key.value())
        .update();
  }

  int forgetExpired() {
    return jdbc.sql("delete from idempotency_keys where expires_at <= now()").update();
  }
}
