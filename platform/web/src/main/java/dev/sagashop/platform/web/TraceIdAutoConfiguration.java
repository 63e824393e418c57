package dev.sagashop.platform.web;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The header {@code X-Trace-Id}. */
@AutoConfiguration
class TraceIdAutoConfiguration {

  /** After the filter that opens the span of the request (+1), before security. */
  private static final int AFTER_TRACING = Ordered.HIGHEST_PRECEDENCE + 10;

  @Bean
  FilterRegistrationBean<TraceIdFilter> traceIdFilter(ObjectProvider<Tracer> tracer) {
    var registration = new FilterRegistrationBean<>(new TraceIdFilter(tracer));
    registration.setOrder(AFTER_TRACING);
    registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
    return registration;
  }
}
