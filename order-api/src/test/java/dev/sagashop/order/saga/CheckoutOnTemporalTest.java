package dev.sagashop.order.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.TaskQueues;
import dev.sagashop.activities.inventory.FakeInventory;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.activities.payment.FakePayments;
import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.order.OrderApiTest;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The service with its workers on a real Temporal; stock and money are fakes on their queues. */
@TestPropertySource(properties = {"test.recorded-sagas=false", "sagashop.temporal.workers=true"})
class CheckoutOnTemporalTest extends OrderApiTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final WorkerFactory others;
  private final FakeInventory inventory = new FakeInventory();

  @Autowired
  CheckoutOnTemporalTest(JdbcClient jdbc, OrderActivities activities, WorkflowClient client) {
    super(jdbc, activities);
    others = WorkerFactory.newInstance(client);
  }

  @DynamicPropertySource
  static void temporal(DynamicPropertyRegistry registry) {
    registry.add("spring.temporal.connection.target", () -> TestParts.temporal().address());
    registry.add("spring.temporal.namespace", () -> TestParts.temporal().namespace());
  }

  @BeforeEach
  void startTheOtherServices() {
    inventory.stock(Sku.ofProduct(4), 4, 10);
    inventory.stock(Sku.ofProduct(6), 6, 10);
    others.newWorker(TaskQueues.INVENTORY).registerActivitiesImplementations(inventory);
    others.newWorker(TaskQueues.PAYMENTS).registerActivitiesImplementations(new FakePayments());
    others.start();
  }

  @AfterEach
  void stopTheOtherServices() {
    others.shutdownNow();
  }

  @Test
  void sellsThenSendsTheMoneyBack() {
    OrderId order = placed();
    await().atMost(PATIENCE).until(() -> status(order).equals("PAID"));

    assertThat(cancel(customer(), order).status()).isEqualTo(200);

    await().atMost(PATIENCE).until(() -> status(order).equals("CANCELLED"));
    assertThat(topics(order))
        .containsExactly("order-created", "order-cancelled", "refund-requested");
  }

  @Test
  void cancelsAnOrderAboveStockWithItsReason() {
    OrderId order =
        new OrderId(
            post(customer(), "/orders", "{\"items\":[{\"productId\":4,\"quantity\":99}]}")
                .json()
                .path("id")
                .asLong());

    await().atMost(PATIENCE).until(() -> status(order).equals("CANCELLED"));

    assertThat(get(customer(), "/orders/" + order).json().path("cancelReason").asString())
        .isEqualTo("OUT_OF_STOCK");
  }
}
