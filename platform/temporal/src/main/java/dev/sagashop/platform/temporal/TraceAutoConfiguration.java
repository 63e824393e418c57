package dev.sagashop.platform.temporal;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** One trace from the request to the last activity. */
@AutoConfiguration(
    beforeName = "io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration",
    afterName =
        "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@ConditionalOnBean({Tracer.class, Propagator.class})
class TraceAutoConfiguration {

  @Bean
  WorkflowClientInterceptor traceClientInterceptor(Tracer tracer, Propagator propagator) {
    return new TraceClientInterceptor(tracer, propagator);
  }

  @Bean
  WorkerInterceptor traceWorkerInterceptor(Tracer tracer, Propagator propagator) {
    return new TraceWorkerInterceptor(tracer, propagator);
  }
}
