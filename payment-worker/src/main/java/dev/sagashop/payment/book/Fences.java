package dev.sagashop.payment.book;

import dev.sagashop.activities.OrderId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders that must never be charged any more. */
@Repository
public class Fences {

  private final JdbcClient jdbc;

  public Fences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Fences an order. The first reason stays.
   *
   * @return false if the order was fenced before
   */
  public boolean place(OrderId orderId, String reason) {
    return jdbc.sql(
                """
                insert into charge_fences (order_id, reason) values (:orderId, :reason)
                on conflict (order_id) do nothing
                """)
            .param("orderId", orderId.value())
            .param("reason", reason)
            .update()
        == 1;
  }

  /** Why the order is fenced; empty if it is not. */
  public Optional<String> reason(OrderId orderId) {
    return jdbc.sql("select reason from charge_fences where order_id = :orderId")
        .param("orderId", orderId.value())
        .query(String.class)
        .optional();
  }
}
