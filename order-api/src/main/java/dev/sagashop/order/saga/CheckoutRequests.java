package dev.sagashop.order.saga;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.order.book.OrderBook;
import dev.sagashop.workflows.checkout.CheckoutRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a checkout's workflow is started with: all of it stands in the order's rows. */
@Component
public class CheckoutRequests {

  private final JdbcClient jdbc;
  private final OrderBook book;
  private final SagaProperties properties;

  CheckoutRequests(JdbcClient jdbc, OrderBook book, SagaProperties properties) {
    this.jdbc = jdbc;
    this.book = book;
    this.properties = properties;
  }

  private record Head(long customerId, Money total) {}

  /** Of an order that exists. */
  public CheckoutRequest of(OrderId orderId) {
    Head head =
        jdbc.sql("select user_id, total_amount, currency from orders where id = :id")
            .param("id", orderId.value())
            .query(
                (row, _) ->
                    new Head(
                        row.getLong("user_id"),
                        new Money(row.getBigDecimal("total_amount"), row.getString("currency"))))
            .single();
    return new CheckoutRequest(
        orderId,
        head.customerId(),
        book.items(orderId),
        head.total(),
        properties.paymentDeadline());
  }
}
