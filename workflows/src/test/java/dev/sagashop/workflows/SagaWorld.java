package dev.sagashop.workflows;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.TaskQueues;
import dev.sagashop.activities.WorkflowIds;
import dev.sagashop.activities.inventory.FakeInventory;
import dev.sagashop.activities.order.FakeOrders;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.activities.payment.FakePayments;
import dev.sagashop.workflows.checkout.CheckoutOutcome;
import dev.sagashop.workflows.checkout.CheckoutRequest;
import dev.sagashop.workflows.checkout.CheckoutWorkflow;
import dev.sagashop.workflows.checkout.CheckoutWorkflowImpl;
import dev.sagashop.workflows.refund.RefundRequest;
import dev.sagashop.workflows.refund.RefundWorkflow;
import dev.sagashop.workflows.refund.RefundWorkflowImpl;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Three fake services, one order of two units, and a clock that skips. */
final class SagaWorld implements AutoCloseable {

  static final OrderId ORDER = new OrderId(42);
  static final Sku LAPTOP = Sku.ofProduct(1);
  static final Money TOTAL = Money.of("20.00");
  static final Duration DEADLINE = Duration.ofMinutes(15);
  static final int ON_SHELF = 10;

  /** Real time for something that needs none by the clock of the environment. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A cold JVM on a busy machine loads classes for longer than the SDK's second. */
  static final WorkerOptions PATIENT =
      WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(10_000).build();

  final FakeOrders orders = new FakeOrders();
  final FakeInventory inventory = new FakeInventory();
  final FakePayments payments = new FakePayments();
  final AtomicInteger failuresOfOrderBook = new AtomicInteger();
  final TestWorkflowEnvironment environment;

  SagaWorld() {
    Awaitility.setDefaultTimeout(PATIENCE);
    environment =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                // Each workflow task replays from the start, which finds what cannot be repeated.
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder().setWorkflowCacheSize(0).build())
                .registerSearchAttribute(
                    SagaAttributes.NEEDS_ATTENTION.getName(),
                    IndexedValueType.INDEXED_VALUE_TYPE_BOOL)
                .build());
    Worker worker = environment.newWorker(TaskQueues.ORDERS, PATIENT);
    worker.registerWorkflowImplementationTypes(
        CheckoutWorkflowImpl.class, RefundWorkflowImpl.class);
    worker.registerActivitiesImplementations(unreliable(orders));
    environment.newWorker(TaskQueues.INVENTORY).registerActivitiesImplementations(inventory);
    environment.newWorker(TaskQueues.PAYMENTS).registerActivitiesImplementations(payments);
    environment.start();
    orders.place(ORDER, TOTAL);
    inventory.stock(LAPTOP, 1, ON_SHELF);
  }

  /** Starts the checkout of the order and gives its handle. */
  WorkflowStub startCheckout() {
    return startCheckout(new LineItem(1, LAPTOP, 2, Money.of("10.00")));
  }

  WorkflowStub startCheckout(LineItem... lines) {
    CheckoutWorkflow workflow =
        client().newWorkflowStub(CheckoutWorkflow.class, options(WorkflowIds.checkout(ORDER)));
    WorkflowClient.start(
        workflow::checkout, new CheckoutRequest(ORDER, 7, List.of(lines), TOTAL, DEADLINE));
    return WorkflowStub.fromTyped(workflow);
  }

  /** Runs the checkout of the order to its end. */
  CheckoutOutcome checkout() {
    return outcome(startCheckout());
  }

  CheckoutOutcome outcome(WorkflowStub checkout) {
    try {
      return checkout.getResult(30, TimeUnit.SECONDS, CheckoutOutcome.class);
    } catch (TimeoutException e) {
      String history =
          client().fetchHistory(WorkflowIds.checkout(ORDER)).getEvents().stream()
              .map(event -> event.getEventId() + " " + event.getEventType())
              .collect(Collectors.joining("\n"));
      throw new AssertionError("the checkout did not end; its history:\n" + history, e);
    }
  }

  WorkflowStub startRefund(RefundId refundId, boolean returnStock) {
    return startRefund(RefundRequest.ofOrder(refundId, ORDER, TOTAL, returnStock));
  }

  WorkflowStub startRefund(RefundRequest request) {
    RefundWorkflow workflow =
        client()
            .newWorkflowStub(RefundWorkflow.class, options(WorkflowIds.refund(request.refundId())));
    WorkflowClient.start(workflow::refund, request);
    return WorkflowStub.fromTyped(workflow);
  }

  /** The customer cancels: first in the order's book, then the signal. */
  void cancelByCustomer() {
    orders.cancelByCustomer(ORDER);
    client().newWorkflowStub(CheckoutWorkflow.class, WorkflowIds.checkout(ORDER)).cancelRequested();
  }

  boolean needsAttention(WorkflowStub workflow) {
    return Boolean.TRUE.equals(
        workflow.describe().getTypedSearchAttributes().get(SagaAttributes.NEEDS_ATTENTION));
  }

  WorkflowClient client() {
    return environment.getWorkflowClient();
  }

  private static WorkflowOptions options(String id) {
    return WorkflowOptions.newBuilder().setWorkflowId(id).setTaskQueue(TaskQueues.ORDERS).build();
  }

  /** The order's book, which fails as often as {@link #failuresOfOrderBook} says. */
  private OrderActivities unreliable(OrderActivities reliable) {
    return (OrderActivities)
        Proxy.newProxyInstance(
            OrderActivities.class.getClassLoader(),
            new Class<?>[] {OrderActivities.class},
            (_, method, arguments) -> {
              if (method.getDeclaringClass() == OrderActivities.class
                  && failuresOfOrderBook.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the order's book is closed");
              }
              try {
                return method.invoke(reliable, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  @Override
  public void close() {
    environment.close();
  }
}
