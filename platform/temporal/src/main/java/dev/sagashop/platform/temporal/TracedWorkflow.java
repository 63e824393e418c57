package dev.sagashop.platform.temporal;

import io.temporal.api.common.v1.Payload;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import org.jspecify.annotations.Nullable;

/**
 * Copies the header of one run to what the run calls. It touches neither clock nor tracer, so a
 * replay does the same; the bytes pass unread, so there is nothing that could fail.
 */
final class TracedWorkflow extends WorkflowInboundCallsInterceptorBase {

  private @Nullable Payload trace;

  TracedWorkflow(WorkflowInboundCallsInterceptor next) {
    super(next);
  }

  @Override
  public void init(WorkflowOutboundCallsInterceptor outbound) {
    super.init(new Calls(outbound));
  }

  @Override
  public WorkflowOutput execute(WorkflowInput input) {
    trace = TraceHeader.read(input.getHeader());
    return super.execute(input);
  }

  private final class Calls extends WorkflowOutboundCallsInterceptorBase {

    Calls(WorkflowOutboundCallsInterceptor next) {
      super(next);
    }

    @Override
    public <R> ActivityOutput<R> executeActivity(ActivityInput<R> input) {
      return super.executeActivity(
          new ActivityInput<>(
              input.getActivityName(),
              input.getResultClass(),
              input.getResultType(),
              input.getArgs(),
              input.getOptions(),
              TraceHeader.with(input.getHeader(), trace)));
    }

    @Override
    public <R> LocalActivityOutput<R> executeLocalActivity(LocalActivityInput<R> input) {
      return super.executeLocalActivity(
          new LocalActivityInput<>(
              input.getActivityName(),
              input.getResultClass(),
              input.getResultType(),
              input.getArgs(),
              input.getOptions(),
              TraceHeader.with(input.getHeader(), trace)));
    }

    @Override
    public <R> ChildWorkflowOutput<R> executeChildWorkflow(ChildWorkflowInput<R> input) {
      return super.executeChildWorkflow(
          new ChildWorkflowInput<>(
              input.getWorkflowId(),
              input.getWorkflowType(),
              input.getResultClass(),
              input.getResultType(),
              input.getArgs(),
              input.getOptions(),
              TraceHeader.with(input.getHeader(), trace)));
    }

    @Override
    public void continueAsNew(ContinueAsNewInput input) {
      super.continueAsNew(
          new ContinueAsNewInput(
              input.getWorkflowType(),
              input.getOptions(),
              input.getArgs(),
              TraceHeader.with(input.getHeader(), trace)));
    }
  }
}
