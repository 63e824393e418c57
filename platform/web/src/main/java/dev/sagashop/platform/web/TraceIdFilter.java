package dev.sagashop.platform.web;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts an id on every response by which it can be found again: the client's own if it is sane, else
 * that of the trace.
 */
final class TraceIdFilter extends OncePerRequestFilter {

  static final String HEADER = "X-Trace-Id";
  private static final String ATTRIBUTE = TraceIdFilter.class.getName() + ".traceId";
  private static final String MDC_FIELD = "trace_id";

  /** It goes to headers and logs: printable, and not longer than an id needs to be. */
  private static final Pattern SANE = Pattern.compile("[\\x20-\\x7E]{1,128}");

  private final ObjectProvider<Tracer> tracer;

  TraceIdFilter(ObjectProvider<Tracer> tracer) {
    this.tracer = tracer;
  }

  /** The id of this request; empty where the filter did not run. */
  static String traceId(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof String traceId ? traceId : "";
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String traceId = traceId(request);
    if (traceId.isEmpty()) {
      traceId = choose(request);
      request.setAttribute(ATTRIBUTE, traceId);
    }
    response.setHeader(HEADER, traceId);
    try (var field = MDC.putCloseable(MDC_FIELD, traceId)) {
      Objects.requireNonNull(field);
      chain.doFilter(request, response);
    }
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private String choose(HttpServletRequest request) {
    String brought = Objects.requireNonNullElse(request.getHeader(HEADER), "").strip();
    if (SANE.matcher(brought).matches()) {
      return brought;
    }
    @Nullable Tracer current = tracer.getIfAvailable();
    @Nullable Span span = current == null ? null : current.currentSpan();
    return span == null ? UUID.randomUUID().toString() : span.context().traceId();
  }
}
