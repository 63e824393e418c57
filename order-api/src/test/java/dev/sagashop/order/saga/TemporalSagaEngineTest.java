package dev.sagashop.order.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.Sku;
import dev.sagashop.workflows.SagaAttributes;
import dev.sagashop.workflows.checkout.CheckoutRequest;
import dev.sagashop.workflows.refund.RefundRequest;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemporalSagaEngineTest {

  private final TestWorkflowEnvironment temporal =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .registerSearchAttribute("OrderNumber", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
              .registerSearchAttribute("CustomerId", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
              .registerSearchAttribute("OrderTotal", IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE)
              .build());
  private final TemporalSagaEngine engine = new TemporalSagaEngine(temporal.getWorkflowClient());

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void startsACheckoutOnceUnderTheNumberOfItsOrder() {
    CheckoutRequest request = checkout(42);

    engine.startCheckout(request);
    assertThatCode(() -> engine.startCheckout(request)).doesNotThrowAnyException();

    WorkflowExecutionDescription run = describe("checkout-42");
    assertThat(run.getTaskQueue()).isEqualTo("orders");
    assertThat(run.getWorkflowType()).isEqualTo("CheckoutWorkflow");
    assertThat(run.getTypedSearchAttributes().get(SagaAttributes.ORDER_NUMBER)).isEqualTo("42");
    assertThat(run.getTypedSearchAttributes().get(SagaAttributes.CUSTOMER_ID)).isEqualTo("7");
    assertThat(run.getTypedSearchAttributes().get(SagaAttributes.ORDER_TOTAL)).isEqualTo(84.97);
  }

  @Test
  void startsARefundOnceUnderItsNumber() {
    RefundRequest request =
        RefundRequest.ofOrder(new RefundId(5), new OrderId(42), Money.of("84.97"), true);

    engine.startRefund(request, 7);
    engine.startRefund(request, 7);

    assertThat(describe("refund-5").getWorkflowType()).isEqualTo("RefundWorkflow");
  }

  @Test
  void startsACheckoutAgainThatSomebodyTerminated() {
    engine.startCheckout(checkout(43));
    String first = describe("checkout-43").getExecution().getRunId();
    stub("checkout-43").terminate("by hand");

    engine.startCheckout(checkout(43));

    assertThat(describe("checkout-43").getExecution().getRunId()).isNotEqualTo(first);
  }

  @Test
  void hasNothingToTellACheckoutThatDoesNotRun() {
    assertThatCode(() -> engine.tellCancelled(new OrderId(99))).doesNotThrowAnyException();
  }

  @Test
  void tellsARunningCheckout() {
    engine.startCheckout(checkout(44));

    engine.tellCancelled(new OrderId(44));

    assertThat(temporal.getWorkflowClient().fetchHistory("checkout-44").getEvents())
        .anyMatch(event -> event.hasWorkflowExecutionSignaledEventAttributes());
  }

  @Test
  void saysWithinSecondsThatTemporalIsAway() {
    WorkflowServiceStubs nobody =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget("localhost:1").build());
    TemporalSagaEngine lonely = new TemporalSagaEngine(WorkflowClient.newInstance(nobody));
    long start = System.nanoTime();

    assertThatThrownBy(() -> lonely.startCheckout(checkout(45)))
        .isInstanceOf(SagaEngineFailure.class);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    nobody.shutdownNow();
  }

  private WorkflowStub stub(String workflowId) {
    return temporal.getWorkflowClient().newUntypedWorkflowStub(workflowId);
  }

  private WorkflowExecutionDescription describe(String workflowId) {
    return stub(workflowId).describe();
  }

  private static CheckoutRequest checkout(long number) {
    return new CheckoutRequest(
        new OrderId(number),
        7,
        List.of(new LineItem(4, Sku.ofProduct(4), 1, Money.of("84.97"))),
        Money.of("84.97"),
        Duration.ofMinutes(15));
  }
}
