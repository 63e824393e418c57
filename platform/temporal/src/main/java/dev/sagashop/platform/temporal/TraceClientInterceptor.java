package dev.sagashop.platform.temporal;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a workflow the trace of the request that starts it. */
final class TraceClientInterceptor extends WorkflowClientInterceptorBase {

  private final Tracer tracer;
  private final Propagator propagator;

  TraceClientInterceptor(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  @Override
  public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(
      WorkflowClientCallsInterceptor next) {
    return new Calls(next);
  }

  private Header traced(Header header) {
    @Nullable Span span = tracer.currentSpan();
    if (span == null) {
      return header;
    }
    Map<String, String> fields = new HashMap<>();
    propagator.inject(span.context(), fields, (carrier, key, value) -> fields.put(key, value));
    @Nullable String traceparent = fields.get(TraceHeader.NAME);
    return traceparent == null
        ? header
        : TraceHeader.with(header, TraceHeader.payload(traceparent).orElse(null));
  }

  private final class Calls extends WorkflowClientCallsInterceptorBase {

    Calls(WorkflowClientCallsInterceptor next) {
      super(next);
    }

    @Override
    public WorkflowStartOutput start(WorkflowStartInput input) {
      return super.start(traced(input));
    }

    @Override
    public WorkflowSignalWithStartOutput signalWithStart(WorkflowSignalWithStartInput input) {
      return super.signalWithStart(
          new WorkflowSignalWithStartInput(
              traced(input.getWorkflowStartInput()),
              input.getSignalName(),
              input.getSignalArguments()));
    }

    @Override
    public <R> WorkflowUpdateWithStartOutput<R> updateWithStart(
        WorkflowUpdateWithStartInput<R> input) {
      return super.updateWithStart(
          new WorkflowUpdateWithStartInput<>(
              traced(input.getWorkflowStartInput()), input.getStartUpdateInput()));
    }

    private WorkflowStartInput traced(WorkflowStartInput input) {
      return new WorkflowStartInput(
          input.getWorkflowId(),
          input.getWorkflowType(),
          TraceClientInterceptor.this.traced(input.getHeader()),
          input.getArguments(),
          input.getOptions());
    }
  }
}
