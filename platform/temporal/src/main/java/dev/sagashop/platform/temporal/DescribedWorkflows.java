package dev.sagashop.platform.temporal;

import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;

/** Asks the server for the last run. */
final class DescribedWorkflows implements RunningWorkflows {

  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final WorkflowClient client;

  DescribedWorkflows(WorkflowClient client) {
    this.client = client;
  }

  @Override
  public boolean isRunning(String workflowId) {
    try {
      return BriefCalls.within(
              LIMIT, () -> client.newUntypedWorkflowStub(workflowId).describe().getStatus())
          == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    } catch (WorkflowNotFoundException never) {
      return false;
    } catch (WorkflowServiceException | StatusRuntimeException e) {
      throw new TemporalOutOfReach("%s is running".formatted(workflowId), e);
    }
  }
}
