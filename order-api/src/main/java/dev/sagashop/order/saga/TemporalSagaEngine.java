package dev.sagashop.order.saga;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.TaskQueues;
import dev.sagashop.activities.WorkflowIds;
import dev.sagashop.platform.temporal.BriefCalls;
import dev.sagashop.workflows.SagaAttributes;
import dev.sagashop.workflows.checkout.CheckoutRequest;
import dev.sagashop.workflows.checkout.CheckoutWorkflow;
import dev.sagashop.workflows.refund.DecisionAccepted;
import dev.sagashop.workflows.refund.RefundRequest;
import dev.sagashop.workflows.refund.RefundWorkflow;
import dev.sagashop.workflows.refund.ResolveManually;
import dev.sagashop.workflows.refund.RetryRefund;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.common.SearchAttributes;
import io.temporal.failure.ApplicationFailure;
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

  /** Somebody waits for the answer to a decision; a busy worker may need some seconds. */
  private static final Duration DECISION_LIMIT = Duration.ofSeconds(10);

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

  @Override
  public DecisionAccepted retryRefund(RefundId refundId, String decisionId, RetryRefund decision) {
    return decide(refundId, "retryRefund", decisionId, decision);
  }

  @Override
  public DecisionAccepted resolveRefund(
      RefundId refundId, String decisionId, ResolveManually decision) {
    return decide(refundId, "resolveManually", decisionId, decision);
  }

  private DecisionAccepted decide(RefundId refundId, String name, String id, Object decision) {
    String workflowId = WorkflowIds.refund(refundId);
    try {
      return BriefCalls.within(
          DECISION_LIMIT,
          () ->
              client
                  .newUntypedWorkflowStub(workflowId)
                  .startUpdate(
                      UpdateOptions.newBuilder(DecisionAccepted.class)
                          .setUpdateName(name)
                          .setUpdateId(id)
                          .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                          .build(),
                      decision)
                  .getResult());
    } catch (WorkflowNotFoundException e) {
      throw new SagaNotRunning(workflowId, e);
    } catch (WorkflowUpdateException e) {
      if (e.getCause() instanceof ApplicationFailure refusal) {
        throw new DecisionRefused(refusal.getType(), refusal.getOriginalMessage());
      }
      throw new SagaEngineFailure("'%s' did not take '%s'".formatted(workflowId, name), e);
    } catch (RuntimeException e) {
      throw new SagaEngineFailure("'%s' did not take '%s'".formatted(workflowId, name), e);
    }
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
