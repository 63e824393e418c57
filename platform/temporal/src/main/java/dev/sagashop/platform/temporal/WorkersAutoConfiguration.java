package dev.sagashop.platform.temporal;

import io.temporal.client.WorkflowClient;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Starts and stops the workers that the service declares under {@code spring.temporal.workers};
 * {@code sagashop.temporal.workers=false} keeps them from polling.
 */
@AutoConfiguration(
    afterName = "io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration")
@ConditionalOnBean(WorkflowClient.class)
class WorkersAutoConfiguration {

  /**
   * The first workflow task of a cold process loads classes for seconds on a busy machine. The SDK
   * takes more than one for a deadlock and fails the task.
   */
  private static final long DEADLOCK_MILLIS = 10_000;

  @Bean
  TemporalOptionsCustomizer<WorkerOptions.Builder> patienceWithColdStarts() {
    return new TemporalOptionsCustomizer<>() {
      @Override
      public WorkerOptions.Builder customize(WorkerOptions.Builder options) {
        return options.setDefaultDeadlockDetectionTimeout(DEADLOCK_MILLIS);
      }
    };
  }

  @Bean
  TemporalProbe temporalProbe(
      WorkflowClient client, @Value("${spring.temporal.connection.target}") String target) {
    return new TemporalProbe(client, target);
  }

  @Bean
  @ConditionalOnMissingBean
  RunningWorkflows runningWorkflows(WorkflowClient client) {
    return new DescribedWorkflows(client);
  }

  @Bean
  @ConditionalOnBean(WorkerFactory.class)
  @ConditionalOnProperty(
      name = "sagashop.temporal.workers",
      havingValue = "true",
      matchIfMissing = true)
  WorkersLifecycle workersLifecycle(WorkerFactory factory, TemporalProbe probe) {
    return new WorkersLifecycle(factory, probe);
  }

  @Bean
  @ConditionalOnEnabledHealthIndicator("temporal")
  TemporalHealth temporalHealthIndicator(
      TemporalProbe probe, ObjectProvider<WorkersLifecycle> workers) {
    return new TemporalHealth(probe, workers.getIfAvailable());
  }
}
