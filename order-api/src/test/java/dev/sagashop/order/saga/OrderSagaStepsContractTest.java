package dev.sagashop.order.saga;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.activities.order.OrderActivitiesContract;
import dev.sagashop.order.Answer;
import dev.sagashop.order.OrderApiTest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real book passes the kit that the fake passes. */
class OrderSagaStepsContractTest extends OrderApiTest {

  @Autowired
  OrderSagaStepsContractTest(JdbcClient jdbc, OrderActivities activities) {
    super(jdbc, activities);
  }

  @Nested
  class RealBook extends OrderActivitiesContract {

    @Override
    protected OrderActivities activities() {
      return activities;
    }

    @Override
    protected OrderId place(Money total) {
      CATALOGUE.sell(9, "Whatever", total.amount().toPlainString());
      Answer answer = post(customer(), "/orders", "{\"items\":[{\"productId\":9,\"quantity\":1}]}");
      return new OrderId(answer.json().path("id").asLong());
    }

    @Override
    protected void cancelByCustomer(OrderId orderId) {
      OrderSagaStepsContractTest.this.cancel(customer(), orderId);
    }

    @Override
    protected RefundId requestPart(OrderId orderId, Money amount) {
      Answer answer =
          post(
              support(),
              "/orders/" + orderId + "/refunds",
              "{\"amount\":%s,\"reason\":\"It came late\"}"
                  .formatted(amount.amount().toPlainString()));
      return new RefundId(answer.json().path("id").asLong());
    }

    @Override
    protected List<String> notes(OrderId orderId) {
      return jdbc.sql(
              "select what from order_timeline where order_id = ? and step_key is not null order by id")
          .param(orderId.value())
          .query(String.class)
          .list();
    }

    @Override
    protected String status(OrderId orderId) {
      return OrderSagaStepsContractTest.this.status(orderId);
    }

    @Override
    protected @Nullable String cancelReason(OrderId orderId) {
      return jdbc.sql("select cancel_reason from orders where id = ?")
          .param(orderId.value())
          .query((row, _) -> Optional.ofNullable(row.getString(1)))
          .single()
          .orElse(null);
    }

    @Override
    protected List<RefundId> refundsOf(OrderId orderId) {
      return jdbc.sql("select id from refunds where order_id = ? order by id")
          .param(orderId.value())
          .query((row, _) -> new RefundId(row.getLong(1)))
          .list();
    }

    @Override
    protected String refundStatus(RefundId refundId) {
      return jdbc.sql("select status from refunds where id = ?")
          .param(refundId.value())
          .query(String.class)
          .single();
    }

    @Override
    protected List<String> topics(OrderId orderId) {
      return OrderSagaStepsContractTest.this.topics(orderId);
    }
  }
}
