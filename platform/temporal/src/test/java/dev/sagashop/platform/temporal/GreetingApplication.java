package dev.sagashop.platform.temporal;

import io.micrometer.tracing.Tracer;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service with one worker. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class GreetingApplication {

  static final String QUEUE = "greetings";

  static ConfigurableApplicationContext run(int temporalPort, String... more) {
    return new SpringApplicationBuilder(GreetingApplication.class)
        .web(WebApplicationType.NONE)
        .properties(
            "TEMPORAL_ADDRESS=localhost:" + temporalPort,
            "TEMPORAL_NAMESPACE=default",
            "spring.application.name=greeting-service",
            "spring.temporal.workers[0].task-queue=" + QUEUE,
            "spring.temporal.workers[0].workflow-classes=" + GreetingWorkflow.Story.class.getName(),
            "spring.temporal.workers[0].activity-beans=greetingActivities",
            "spring.temporal.workers[0].virtual-threads.using-virtual-threads=true",
            "management.tracing.sampling.probability=1.0",
            "management.otlp.metrics.export.enabled=false",
            "management.endpoint.health.show-details=always")
        .run(more);
  }

  /** Stands for a connection pool: what happens after it closed comes too late. */
  static final class Journal {
    final List<String> entries = new CopyOnWriteArrayList<>();

    void add(String entry) {
      entries.add(entry);
    }

    @PreDestroy
    void close() {
      add("pool closed");
    }
  }

  @Bean
  Journal journal() {
    return new Journal();
  }

  @Bean
  Greetings greetingActivities(Journal journal, Tracer tracer) {
    return new Greetings(journal, tracer);
  }

  static final class Greetings implements GreetingActivities {
    final CountDownLatch running = new CountDownLatch(1);
    final CountDownLatch allowed = new CountDownLatch(1);
    private final Journal journal;
    private final Tracer tracer;

    Greetings(Journal journal, Tracer tracer) {
      this.journal = journal;
      this.tracer = tracer;
    }

    @Override
    public String sayHello() {
      return traceId();
    }

    @Override
    public String sayGoodbye() {
      running.countDown();
      try {
        if (!allowed.await(20, TimeUnit.SECONDS)) {
          throw new IllegalStateException("The test did not allow the activity to end");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The activity was interrupted", e);
      }
      journal.add("activity ended");
      return traceId();
    }

    private String traceId() {
      return Objects.requireNonNull(tracer.currentSpan(), "no span in the activity")
          .context()
          .traceId();
    }
  }
}
