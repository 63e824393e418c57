package dev.sagashop.platform.temporal;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;

/** Carries the trace through workflows, and opens a span for each attempt of an activity. */
final class TraceWorkerInterceptor extends WorkerInterceptorBase {

  private final Tracer tracer;
  private final Propagator propagator;

  TraceWorkerInterceptor(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  @Override
  public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
    return new TracedWorkflow(next);
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new TracedActivity(next, tracer, propagator);
  }
}
