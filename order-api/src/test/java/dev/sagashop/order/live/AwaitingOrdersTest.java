package dev.sagashop.order.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.order.MarkPaid;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.order.Answer;
import dev.sagashop.order.OrderApiTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AwaitingOrdersTest extends OrderApiTest {

  @Autowired
  AwaitingOrdersTest(JdbcClient jdbc, OrderActivities activities) {
    super(jdbc, activities);
  }

  @Test
  void answersWithTheOrderAsItIsWhenItsCheckoutHasEnded() throws Exception {
    long before = newest();
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(
            () -> post(customer(), "/orders", CART, "Prefer", "respond-async, wait=20"));
    await().atMost(Duration.ofSeconds(60)).until(() -> newest() > before);
    OrderId order = new OrderId(newest());
    activities.markPaid(new MarkPaid(order, "payment-of-" + order));

    Answer paid = answer.get(60, TimeUnit.SECONDS);

    assertThat(paid.json().path("id").asLong()).isEqualTo(order.value());
    assertThat(paid.json().path("status").asString()).isEqualTo("PAID");
    assertThat(paid.header("Preference-Applied")).isEqualTo("wait=20");
  }

  @Test
  void answersWithTheOrderAsItIsWhenTheTimeIsUp() {
    Answer answer = post(customer(), "/orders", CART, "Prefer", "wait=1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asString()).isEqualTo("CREATED");
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=1");
  }

  @Test
  void ignoresAWishThatItDoesNotUnderstand() {
    Answer answer = post(customer(), "/orders", CART, "Prefer", "wait=long");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Preference-Applied")).isEmpty();
  }

  private long newest() {
    return jdbc.sql("select coalesce(max(id), 0) from orders").query(Long.class).single();
  }
}
