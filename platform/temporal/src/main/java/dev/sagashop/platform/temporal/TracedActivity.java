package dev.sagashop.platform.temporal;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One attempt of an activity, in a span that belongs to the trace of the workflow's start. */
final class TracedActivity extends ActivityInboundCallsInterceptorBase {

  private final Tracer tracer;
  private final Propagator propagator;
  private @Nullable ActivityInfo activity;

  TracedActivity(ActivityInboundCallsInterceptor next, Tracer tracer, Propagator propagator) {
    super(next);
    this.tracer = tracer;
    this.propagator = propagator;
  }

  @Override
  public void init(ActivityExecutionContext context) {
    activity = context.getInfo();
    super.init(context);
  }

  @Override
  public ActivityOutput execute(ActivityInput input) {
    ActivityInfo info = Objects.requireNonNull(activity, "init comes before execute");
    @Nullable String traceparent = TraceHeader.text(input.getHeader());
    Map<String, String> carrier =
        traceparent == null ? Map.of() : Map.of(TraceHeader.NAME, traceparent);
    Span span =
        propagator
            .extract(carrier, Map::get)
            .name(info.getActivityType())
            .tag("temporal.workflow_id", Objects.requireNonNullElse(info.getWorkflowId(), ""))
            .tag("temporal.attempt", info.getAttempt())
            .start();
    try (var scope = tracer.withSpan(span)) {
      Objects.requireNonNull(scope);
      return super.execute(input);
    } catch (Throwable e) {
      span.error(e);
      throw e;
    } finally {
      span.end();
    }
  }
}
