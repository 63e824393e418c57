package dev.sagashop.order.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.order.OrderApiTest;
import dev.sagashop.platform.web.testing.EventStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the staff hears of all orders. */
class OrderNewsTest extends OrderApiTest {

  @Autowired
  OrderNewsTest(JdbcClient jdbc, OrderActivities activities) {
    super(jdbc, activities);
  }

  @Test
  void tellsTheStaffWhichOrdersHaveNews() throws IOException {
    OrderId known = placed();
    try (EventStream support = listen(support(), "/operations/events");
        EventStream admin = listen(admin(), "/operations/events")) {
      OrderId order = paid();
      awaitTold(support, order);
      awaitTold(admin, order);
      assertThat(told(support)).doesNotContain(known.value());

      cancel(customer(), known);
      awaitTold(support, known);
      assertThat(support.events("orders"))
          .allMatch(event -> !event.data().path("more").asBoolean(true));
    }
  }

  private static void awaitTold(EventStream stream, OrderId order) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(told(stream)).contains(order.value()));
  }

  /** Numbers of the orders that were told. */
  private static List<Long> told(EventStream stream) {
    List<Long> told = new ArrayList<>();
    stream
        .events("orders")
        .forEach(event -> event.data().path("ids").forEach(id -> told.add(id.asLong())));
    return told;
  }
}
