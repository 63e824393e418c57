package dev.sagashop.order.attention;

import com.google.protobuf.Timestamp;
import dev.sagashop.order.saga.SagaEngineFailure;
import dev.sagashop.platform.temporal.BriefCalls;
import dev.sagashop.workflows.SagaAttributes;
import dev.sagashop.workflows.Trouble;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.errordetails.v1.NamespaceNotFoundFailure;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflow.v1.PendingWorkflowTaskInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.serviceclient.StatusUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Asks Temporal's describe, and its visibility where it has one. */
@Component
final class TemporalSagaRuns implements SagaRuns {

  private static final Duration LIMIT = Duration.ofSeconds(3);

  /** The server gives a query up to ten seconds, which is too long for a list. */
  private static final Duration QUERY_LIMIT = Duration.ofSeconds(2);

  /** A task may fail once for no reason of its own: a worker that stops, a database that moves. */
  private static final int FAILS_FROM_ATTEMPT = 3;

  /** A failed task is told at the end of a history, few events before whatever came in since. */
  private static final int LAST_EVENTS = 20;

  /** One statement, because a server answers only some lists in a second. */
  private static final String QUERY =
      """
      WorkflowType IN ('CheckoutWorkflow', 'RefundWorkflow') AND (
        (ExecutionStatus = 'Running'
          AND (NeedsAttention = true OR TemporalReportedProblems IS NOT NULL))
        OR ExecutionStatus IN ('Terminated', 'Failed', 'TimedOut'))
      """;

  /**
   * Servers without an index, without our attributes, or with too many who ask say one of these.
   */
  private static final Set<Status.Code> CANNOT_LIST =
      Set.of(
          Status.Code.UNIMPLEMENTED, Status.Code.INVALID_ARGUMENT, Status.Code.RESOURCE_EXHAUSTED);

  private final WorkflowClient client;

  TemporalSagaRuns(WorkflowClient client) {
    this.client = client;
  }

  @Override
  public Optional<SagaRun> latest(String workflowId) {
    return asking(
        "describe " + workflowId,
        LIMIT,
        () -> {
          try {
            return Optional.of(run(client.newUntypedWorkflowStub(workflowId).describe()));
          } catch (WorkflowNotFoundException e) {
            if (e.getCause() instanceof StatusRuntimeException answer
                && StatusUtils.hasFailure(answer, NamespaceNotFoundFailure.class)) {
              throw e;
            }
            return Optional.empty();
          }
        });
  }

  @Override
  public Suspects suspects(int most) {
    // After an outage gRPC pauses longer and longer between connects; a person wants to know now.
    client.getWorkflowServiceStubs().getRawChannel().resetConnectBackoff();
    ListWorkflowExecutionsResponse page = asking("list", LIMIT, () -> list(most));
    return new Suspects(
        page.getExecutionsList().stream()
            .map(
                run ->
                    new Suspect(run.getExecution().getWorkflowId(), run.getExecution().getRunId()))
            .toList(),
        page.getNextPageToken().isEmpty());
  }

  private ListWorkflowExecutionsResponse list(int most) {
    try {
      return client
          .getWorkflowServiceStubs()
          .blockingStub()
          .listWorkflowExecutions(
              ListWorkflowExecutionsRequest.newBuilder()
                  .setNamespace(namespace())
                  .setQuery(QUERY)
                  .setPageSize(most)
                  .build());
    } catch (StatusRuntimeException e) {
      if (CANNOT_LIST.contains(e.getStatus().getCode())) {
        throw new CannotList("Temporal cannot list workflows: " + e.getStatus(), e);
      }
      throw e;
    }
  }

  @Override
  public List<Trouble> troubles(String workflowId) {
    return asking(
        "query " + workflowId,
        QUERY_LIMIT,
        () ->
            List.of(
                Objects.requireNonNull(
                    client.newUntypedWorkflowStub(workflowId).query("troubles", Trouble[].class))));
  }

  @Override
  public @Nullable String lastError(SagaRun run) {
    return asking("read the history of " + run.workflowId(), LIMIT, () -> lastEvents(run))
        .map(TemporalSagaRuns::error)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Stream<HistoryEvent> lastEvents(SagaRun run) {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .getWorkflowExecutionHistoryReverse(
            GetWorkflowExecutionHistoryReverseRequest.newBuilder()
                .setNamespace(namespace())
                .setExecution(
                    io.temporal.api.common.v1.WorkflowExecution.newBuilder()
                        .setWorkflowId(run.workflowId())
                        .setRunId(run.runId()))
                .setMaximumPageSize(LAST_EVENTS)
                .build())
        .getHistory()
        .getEventsList()
        .stream();
  }

  private static @Nullable String error(HistoryEvent event) {
    return switch (event.getAttributesCase()) {
      case WORKFLOW_TASK_FAILED_EVENT_ATTRIBUTES ->
          event.getWorkflowTaskFailedEventAttributes().getFailure().getMessage();
      case WORKFLOW_EXECUTION_FAILED_EVENT_ATTRIBUTES ->
          event.getWorkflowExecutionFailedEventAttributes().getFailure().getMessage();
      case WORKFLOW_EXECUTION_TERMINATED_EVENT_ATTRIBUTES ->
          event.getWorkflowExecutionTerminatedEventAttributes().getReason();
      default -> null;
    };
  }

  @Override
  public void retryNow(SagaRun run) {
    asking(
        "signal " + run.workflowId(),
        LIMIT,
        () -> {
          stub(run).signal("retryNow");
          return true;
        });
  }

  @Override
  public void terminate(SagaRun run, String reason) {
    asking(
        "terminate " + run.workflowId(),
        LIMIT,
        () -> {
          stub(run).terminate(reason);
          return true;
        });
  }

  /** That run and no later one of the same id. */
  private WorkflowStub stub(SagaRun run) {
    return client.newUntypedWorkflowStub(
        WorkflowTargetOptions.newBuilder()
            .setWorkflowId(run.workflowId())
            .setRunId(run.runId())
            .build());
  }

  @Override
  public String link(String workflowId) {
    return "/namespaces/%s/workflows/%s".formatted(namespace(), workflowId);
  }

  private String namespace() {
    return client.getOptions().getNamespace();
  }

  private static <T> T asking(String what, Duration limit, Supplier<T> call) {
    try {
      return BriefCalls.within(limit, call);
    } catch (CannotList e) {
      throw e;
    } catch (RuntimeException e) {
      throw new SagaEngineFailure(
          "Temporal did not answer '%s': %s"
              .formatted(what, NestedExceptionUtils.getMostSpecificCause(e).getMessage()),
          e);
    }
  }

  private static SagaRun run(WorkflowExecutionDescription description) {
    DescribeWorkflowExecutionResponse raw = description.getRawDescription();
    WorkflowExecutionStatus status = description.getStatus();
    return new SagaRun(
        description.getExecution().getWorkflowId(),
        description.getExecution().getRunId(),
        state(status),
        status.name().replace("WORKFLOW_EXECUTION_STATUS_", ""),
        Boolean.TRUE.equals(
            description.getTypedSearchAttributes().get(SagaAttributes.NEEDS_ATTENTION)),
        raw.hasPendingWorkflowTask() ? failingTask(raw.getPendingWorkflowTask()) : null,
        pending(raw.getPendingActivitiesList()),
        description.getStartTime(),
        description.getCloseTime());
  }

  private static SagaRun.State state(WorkflowExecutionStatus status) {
    return switch (status) {
      case WORKFLOW_EXECUTION_STATUS_RUNNING, WORKFLOW_EXECUTION_STATUS_PAUSED ->
          SagaRun.State.RUNNING;
      // A cancelled run undoes everything before it closes.
      case WORKFLOW_EXECUTION_STATUS_COMPLETED,
          WORKFLOW_EXECUTION_STATUS_CANCELED,
          WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW ->
          SagaRun.State.FINISHED;
      case WORKFLOW_EXECUTION_STATUS_TERMINATED,
          WORKFLOW_EXECUTION_STATUS_FAILED,
          WORKFLOW_EXECUTION_STATUS_TIMED_OUT ->
          SagaRun.State.BROKEN;
      case WORKFLOW_EXECUTION_STATUS_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalStateException("Temporal describes a run as " + status);
    };
  }

  private static SagaRun.@Nullable FailingTask failingTask(PendingWorkflowTaskInfo task) {
    return task.getAttempt() < FAILS_FROM_ATTEMPT
        ? null
        : new SagaRun.FailingTask(task.getAttempt(), instant(task.getOriginalScheduledTime()));
  }

  private static SagaRun.@Nullable PendingStep pending(List<PendingActivityInfo> activities) {
    return activities.stream()
        .filter(PendingActivityInfo::hasLastFailure)
        .max(Comparator.comparingInt(PendingActivityInfo::getAttempt))
        .map(
            activity ->
                new SagaRun.PendingStep(
                    activity.getActivityType().getName(),
                    activity.getAttempt(),
                    activity.getLastFailure().getMessage(),
                    instant(activity.getScheduledTime()),
                    activity.hasNextAttemptScheduleTime()
                        ? instant(activity.getNextAttemptScheduleTime())
                        : null))
        .orElse(null);
  }

  private static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
