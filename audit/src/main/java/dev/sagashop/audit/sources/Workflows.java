package dev.sagashop.audit.sources;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What Temporal says about workflows, by their ids. */
public final class Workflows {
  /** The state of a workflow that Temporal never heard of, or has forgotten. */
  public static final String NONE = "NONE";

  public static final String RUNNING = "RUNNING";

  private static final String NAME = "temporal";
  private static final int AT_ONCE = 4;
  private static final int SECONDS_TO_ANSWER = 10;

  private final String namespace;
  private final WorkflowServiceStubs stubs;

  Workflows(String address, String namespace) {
    this.namespace = namespace;
    this.stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
  }

  /** The state of the newest run of each. */
  public Map<String, String> states(Collection<String> workflowIds) {
    requireNamespace();
    Map<String, Future<String>> asked = new TreeMap<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
      for (String workflowId : workflowIds) {
        asked.computeIfAbsent(workflowId, id -> pool.submit(() -> state(id)));
      }
      Map<String, String> states = new TreeMap<>();
      for (Map.Entry<String, Future<String>> each : asked.entrySet()) {
        states.put(each.getKey(), each.getValue().get());
      }
      return states;
    } catch (ExecutionException e) {
      throw new SourceUnreadable(NAME, "does not answer: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceUnreadable(NAME, "interrupted", e);
    }
  }

  /** Without its namespace no workflow is found either, which is no word about any of them. */
  private void requireNamespace() {
    try {
      stubs
          .blockingStub()
          .withDeadlineAfter(SECONDS_TO_ANSWER, TimeUnit.SECONDS)
          .describeNamespace(DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build());
    } catch (StatusRuntimeException e) {
      throw new SourceUnreadable(NAME, "namespace %s: %s".formatted(namespace, e.getStatus()), e);
    }
  }

  private String state(String workflowId) {
    try {
      WorkflowExecutionStatus status =
          stubs
              .blockingStub()
              .withDeadlineAfter(SECONDS_TO_ANSWER, TimeUnit.SECONDS)
              .describeWorkflowExecution(
                  DescribeWorkflowExecutionRequest.newBuilder()
                      .setNamespace(namespace)
                      .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId))
                      .build())
              .getWorkflowExecutionInfo()
              .getStatus();
      return status.name().replace("WORKFLOW_EXECUTION_STATUS_", "");
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return NONE;
      }
      throw e;
    }
  }

  void close() {
    stubs.shutdownNow();
  }
}
