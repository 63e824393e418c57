package dev.sagashop.order.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.TaskQueues;
import dev.sagashop.activities.inventory.FakeInventory;
import dev.sagashop.activities.order.AwaitPayment;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.activities.payment.FakePayments;
import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.order.Answer;
import dev.sagashop.order.OrderApiTest;
import dev.sagashop.workflows.Trouble;
import dev.sagashop.workflows.checkout.CheckoutOutcome;
import dev.sagashop.workflows.checkout.CheckoutRequest;
import dev.sagashop.workflows.checkout.CheckoutWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The inbox on a real Temporal; stock and money are fakes on their queues. */
@TestPropertySource(
    properties = {
      "test.recorded-sagas=false",
      "sagashop.temporal.workers=true",
      "sagashop.order.attention.patience=0s"
    })
@DirtiesContext
class SagasOnTemporalTest extends OrderApiTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String REASON = "{\"reason\":\"looked into it\"}";

  private final WorkflowClient client;
  private final WorkerFactory others;
  private final FakeInventory inventory = new FakeInventory();
  private final FakePayments payments = new FakePayments();

  @Autowired
  SagasOnTemporalTest(JdbcClient jdbc, OrderActivities activities, WorkflowClient client) {
    super(jdbc, activities);
    this.client = client;
    others = WorkerFactory.newInstance(client);
  }

  @DynamicPropertySource
  static void temporal(DynamicPropertyRegistry registry) {
    registry.add("spring.temporal.connection.target", () -> TestParts.temporal().address());
    registry.add("spring.temporal.namespace", () -> TestParts.temporal().namespace());
  }

  @BeforeEach
  void startTheOtherServices() {
    inventory.stock(Sku.ofProduct(4), 4, 100);
    inventory.stock(Sku.ofProduct(6), 6, 100);
    others.newWorker(TaskQueues.INVENTORY).registerActivitiesImplementations(inventory);
    others.newWorker(TaskQueues.PAYMENTS).registerActivitiesImplementations(payments);
    others.start();
  }

  @AfterEach
  void stopTheOtherServices() {
    others.shutdownNow();
  }

  private void awaitStatus(OrderId order, String status) {
    await().atMost(PATIENCE).until(() -> status(order).equals(status));
  }

  private List<JsonNode> sagas(OrderId order) {
    Answer answer = get(support(), "/operations/sagas?orderId=" + order);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    List<JsonNode> items = new ArrayList<>();
    answer.json().path("items").forEach(items::add);
    return items;
  }

  /** Not more often than a server answers lists. */
  private static ConditionFactory patiently() {
    return await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1));
  }

  private JsonNode awaitItem(OrderId order, String cause) {
    return Objects.requireNonNull(
        patiently()
            .until(
                () ->
                    sagas(order).stream()
                        .filter(item -> item.path("cause").asString().equals(cause))
                        .findFirst()
                        .orElse(null),
                Objects::nonNull));
  }

  private void awaitNothing(OrderId order) {
    patiently()
        .until(
            () -> {
              JsonNode found = get(support(), "/operations/sagas?orderId=" + order).json();
              return found.path("complete").asBoolean() && found.path("items").isEmpty();
            });
  }

  private void act(String workflowId, String action) {
    Answer answer = post(support(), "/operations/sagas/" + workflowId + "/" + action, REASON);
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  private List<String> happenings(OrderId order) {
    List<String> happenings = new ArrayList<>();
    get(customer(), "/orders/" + order + "/timeline")
        .json()
        .forEach(entry -> happenings.add(entry.path("what").asString()));
    return happenings;
  }

  @Test
  void aRefusedRefundIsListedUntilItIsTriedAgain() {
    OrderId order = placed();
    awaitStatus(order, "PAID");
    payments.refuseRefunds("account closed");
    cancel(customer(), order);

    JsonNode item = awaitItem(order, "REFUND_REFUSED");
    payments.acceptRefunds();
    act(item.path("workflowId").asString(), "retry");

    awaitStatus(order, "CANCELLED");
    awaitNothing(order);
  }

  @Test
  void aStepWithoutOutcomeIsListedUntilItIsTriedAgain() {
    payments.failNext(FakePayments.Step.CHARGE, 1_000_000);
    OrderId order = placed();

    JsonNode item = awaitItem(order, "STEP_UNDECIDED");
    assertThat(item.path("step").asString()).isEqualTo("charge");
    assertThat(item.path("lastError").asString()).contains("unknown");
    assertThat(item.path("nextTry").asString()).isNotEmpty();
    payments.failNext(FakePayments.Step.CHARGE, -1_000_000_000);
    act("checkout-" + order, "retry");

    awaitStatus(order, "PAID");
    awaitNothing(order);
    assertThat(happenings(order)).contains("saga told to retry");
  }

  @Test
  void aTerminatedWorkflowIsListedAndStartedAnew() {
    payments.failNext(FakePayments.Step.CHARGE, 1_000_000);
    OrderId order = placed();
    awaitStatus(order, "PAYMENT_PENDING");
    client.newUntypedWorkflowStub("checkout-" + order).terminate("by mistake");

    JsonNode item = awaitItem(order, "WORKFLOW_TERMINATED");
    assertThat(item.path("lastError").asString()).contains("by mistake");
    payments.failNext(FakePayments.Step.CHARGE, -1_000_000_000);
    act("checkout-" + order, "restart");

    awaitStatus(order, "PAID");
    awaitNothing(order);
    assertThat(happenings(order)).contains("saga restarted");
  }

  @Test
  void theTerminatedUndoingOfACancelledOrderIsFoundByTheIndex() {
    payments.failNext(FakePayments.Step.CHARGE, 1_000_000);
    payments.failNext(FakePayments.Step.VOID, 1_000_000);
    OrderId order = placed();
    awaitStatus(order, "PAYMENT_PENDING");
    cancel(customer(), order);
    client.newUntypedWorkflowStub("checkout-" + order).terminate("by mistake");

    awaitItem(order, "WORKFLOW_TERMINATED");
    payments.failNext(FakePayments.Step.VOID, -1_000_000_000);
    act("checkout-" + order, "restart");

    awaitNothing(order);
    await().atMost(PATIENCE).until(() -> payments.isFenced(order));
  }

  @Test
  void anOrderWithoutItsWorkflowIsListedAndStarted() {
    OrderId order = withoutWorkflow();

    awaitItem(order, "WORKFLOW_MISSING");
    act("checkout-" + order, "restart");

    awaitStatus(order, "PAID");
    awaitNothing(order);
  }

  /** As after the loss of Temporal's database: its stock is reserved, and nothing drives it. */
  private OrderId withoutWorkflow() {
    OrderId order =
        new OrderId(
            jdbc.sql(
                    """
                    with placed as (
                      insert into orders (user_id, status, total_amount, currency, next_start_at)
                      values (7, 'CREATED', 19.99, 'USD', now() + interval '1 hour')
                      returning id)
                    insert into order_items
                      (order_id, line_number, product_id, sku, title, quantity, price)
                    select id, 1, 4, 'SKU-004', 'The Great Novel', 1, 19.99 from placed
                    returning order_id
                    """)
                .query(Long.class)
                .single());
    activities.awaitPayment(new AwaitPayment(order, Instant.now().plus(Duration.ofMinutes(15))));
    return order;
  }

  /** Fails as a deployment does whose code does not fit the histories that run. */
  public static final class BrokenCheckout implements CheckoutWorkflow {

    @Override
    public CheckoutOutcome checkout(CheckoutRequest request) {
      throw new AssertionError("this code does not fit the history");
    }

    @Override
    public void cancelRequested() {
      throw new AssertionError("this code does not fit the history");
    }

    @Override
    public List<Trouble> troubles() {
      throw new AssertionError("this code does not fit the history");
    }

    @Override
    public void retryNow() {
      throw new AssertionError("this code does not fit the history");
    }
  }

  @Test
  void aWedgedWorkflowIsListedAndStartedAnew() {
    OrderId order = withoutWorkflow();
    WorkerFactory broken = WorkerFactory.newInstance(client);
    broken.newWorker("broken-orders").registerWorkflowImplementationTypes(BrokenCheckout.class);
    broken.start();
    try {
      CheckoutWorkflow wedged =
          client.newWorkflowStub(
              CheckoutWorkflow.class,
              WorkflowOptions.newBuilder()
                  .setWorkflowId("checkout-" + order)
                  .setTaskQueue("broken-orders")
                  .build());
      WorkflowClient.start(
          wedged::checkout,
          new CheckoutRequest(
              order,
              CUSTOMER,
              List.of(new LineItem(4, Sku.ofProduct(4), 1, Money.of("19.99"))),
              Money.of("19.99"),
              Duration.ofMinutes(15)));

      JsonNode item = awaitItem(order, "WORKFLOW_TASK_FAILING");
      assertThat(item.path("lastError").asString()).contains("this code does not fit the history");
      act("checkout-" + order, "restart");
    } finally {
      broken.shutdownNow();
    }

    awaitStatus(order, "PAID");
    awaitNothing(order);
  }

  @Test
  void theRowsAloneTellWhileTemporalIsDown() {
    OrderId order = placed();
    awaitStatus(order, "PAID");
    payments.refuseRefunds("account closed");
    cancel(customer(), order);
    String workflowId = awaitItem(order, "REFUND_REFUSED").path("workflowId").asString();
    TestParts.temporal().kill();
    try {
      Answer answer = get(support(), "/operations/sagas?orderId=" + order);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().at("/items/0/cause").asString()).isEqualTo("REFUND_REFUSED");
      assertThat(answer.json().path("complete").asBoolean()).isFalse();
      assertThat(answer.json().path("missing").toString()).contains("everything but");
    } finally {
      TestParts.temporal().restart();
    }
    payments.acceptRefunds();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              post(support(), "/operations/sagas/" + workflowId + "/retry", REASON);
              return !status(order).equals("REFUND_FAILED");
            });
    awaitStatus(order, "CANCELLED");
  }
}
