package dev.sagashop.order.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.order.Answer;
import dev.sagashop.order.OrderApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeliveringTest extends OrderApiTest {

  @Autowired
  DeliveringTest(JdbcClient jdbc, OrderActivities activities) {
    super(jdbc, activities);
  }

  @Test
  void endsAPaidOrder() {
    OrderId order = paid();

    assertThat(deliver(admin(), order).status()).isEqualTo(200);

    assertThat(status(order)).isEqualTo("DELIVERED");
    assertThat(get(customer(), "/orders/" + order + "/timeline").text())
        .contains("\"what\":\"delivered\"", "\"actor\":\"user 1\"");
  }

  @Test
  void refusesOrdersThatAreNotPaidAndASecondDelivery() {
    OrderId unpaid = placed();
    OrderId delivered = paid();
    deliver(admin(), delivered);
    long before = rows();

    for (OrderId order : new OrderId[] {unpaid, delivered}) {
      Answer answer = deliver(admin(), order);
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("ORDER_NOT_DELIVERABLE");
    }
    assertThat(rows()).isEqualTo(before);
    assertThat(cancel(customer(), delivered).code()).isEqualTo("ORDER_DELIVERED");
  }

  @Test
  void isForAdminsAlone() {
    OrderId order = paid();

    assertThat(deliver(customer(), order).status()).isEqualTo(403);
    assertThat(deliver(support(), order).status()).isEqualTo(403);
    assertThat(post(admin(), "/orders/999999/deliver", "").status()).isEqualTo(404);
  }

  private Answer deliver(String token, OrderId order) {
    return post(token, "/orders/" + order + "/deliver", "");
  }
}
