package dev.sagashop.order.saga;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.TaskQueues;
import dev.sagashop.platform.temporal.BriefCalls;
import dev.sagashop.workflows.SagaAttributes;
import dev.sagashop.workflows.WorkflowIds;
import dev.sagashop.workflows.checkout.CheckoutRequest;
import dev.sagashop.workflows.checkout.CheckoutWorkflow;
import dev.sagashop.workflows.refund.RefundRequest;
import dev.sagashop.workflows.refund.RefundWorkflow;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Starts and signals workflows. An outage is logged at its begin and at its end, not in between.
 */
@Component
final class TemporalSagaEngine implements SagaEngine {

  private static final Logger log = LoggerFactory.getLogger(TemporalSagaEngine.class);

  /** The sweep retries, so that no call needs to. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final WorkflowClient client;
  private final AtomicBoolean failing = new AtomicBoolean();

  TemporalSagaEngine(WorkflowClient client) {
    this.client = client;
  }

  @Override
  public void startCheckout(CheckoutRequest request) {
    OrderId orderId = request.orderId();
    SearchAttributes attributes =
        order(orderId, request.customerId())
            .set(SagaAttributes.ORDER_TOTAL, request.total().amount().doubleValue())
            .build();
    WorkflowOptions options =
        options(
            WorkflowIds.checkout(orderId),
            "Order %s: %s, %s".formatted(orderId, counted(request.lines()), request.total()),
            attributes);
    call(
        "start " + options.getWorkflowId(),
        () ->
            WorkflowClient.start(
                client.newWorkflowStub(CheckoutWorkflow.class, options)::checkout, request));
  }

  @Override
  public void startRefund(RefundRequest request, long customerId) {
    WorkflowOptions options =
        options(
            WorkflowIds.refund(request.refundId()),
            "Refund %s of order %s: %s"
                .formatted(request.refundId(), request.orderId(), request.amount()),
            order(request.orderId(), customerId).build());
    call(
        "start " + options.getWorkflowId(),
        () ->
            WorkflowClient.start(
                client.newWorkflowStub(RefundWorkflow.class, options)::refund, request));
  }

  @Override
  public void tellCancelled(OrderId orderId) {
    String workflowId = WorkflowIds.checkout(orderId);
    call(
        "signal " + workflowId,
        () -> client.newWorkflowStub(CheckoutWorkflow.class, workflowId).cancelRequested());
  }

  private static WorkflowOptions options(
      String workflowId, String summary, SearchAttributes attributes) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(workflowId)
        .setTaskQueue(TaskQueues.ORDERS)
        // A run that was terminated or failed may be started again; its steps find their rows.
        .setWorkflowIdReusePolicy(
            WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY)
        .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
        // The first workflow task comes back with the start, if a worker of this process is free.
        .setDisableEagerExecution(false)
        .setTypedSearchAttributes(attributes)
        .setStaticSummary(summary)
        .build();
  }

  private static SearchAttributes.Builder order(OrderId orderId, long customerId) {
    return SearchAttributes.newBuilder()
        .set(SagaAttributes.ORDER_NUMBER, orderId.toString())
        .set(SagaAttributes.CUSTOMER_ID, Long.toString(customerId));
  }

  private static String counted(List<LineItem> lines) {
    long units = lines.stream().mapToLong(LineItem::quantity).sum();
    return units == 1 ? "1 item" : units + " items";
  }

  private void call(String what, Runnable call) {
    try {
      BriefCalls.within(
          LIMIT,
          () -> {
            call.run();
            return true;
          });
    } catch (WorkflowExecutionAlreadyStarted | WorkflowNotFoundException e) {
      log.debug("Nothing to do for '{}': {}", what, e.getMessage());
    } catch (RuntimeException e) {
      if (failing.compareAndSet(false, true)) {
        log.warn(
            "Temporal did not take '{}' ({}). Orders and cancellations are accepted; the sweep"
                + " repeats what is left until it succeeds.",
            what,
            NestedExceptionUtils.getMostSpecificCause(e).toString());
      }
      throw new SagaEngineFailure("Temporal did not take '" + what + "'", e);
    }
    if (failing.compareAndSet(true, false)) {
      log.info("Temporal takes calls again, the first one was '{}'", what);
    }
  }
}
