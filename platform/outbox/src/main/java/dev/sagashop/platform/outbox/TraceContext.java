package dev.sagashop.platform.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The trace that an event belongs to, as the columns of the outbox keep it. */
record TraceContext(@Nullable String traceId, @Nullable String spanId, @Nullable Boolean sampled) {

  private static final TraceContext NONE = new TraceContext(null, null, null);

  /** The current span, or else a trace of the event's own: consumers expect one in each record. */
  static TraceContext current(Tracer tracer) {
    Span current = tracer.currentSpan();
    Span span = current == null ? tracer.nextSpan() : current;
    var context = span.context();
    // The tracer that does nothing has ids of no length.
    if (context.traceId().length() != 32 || context.spanId().length() != 16) {
      return NONE;
    }
    return new TraceContext(
        context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()));
  }

  /** In the form of the W3C header, or null without a trace. */
  @Nullable String traceparent() {
    return traceId == null || spanId == null
        ? null
        : "00-%s-%s-%s".formatted(traceId, spanId, Boolean.TRUE.equals(sampled) ? "01" : "00");
  }
}
