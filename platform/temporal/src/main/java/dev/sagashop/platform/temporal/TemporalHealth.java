package dev.sagashop.platform.temporal;

import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Reported under {@code /actuator/health}, and not part of readiness: a service serves while
 * Temporal is down.
 */
final class TemporalHealth implements HealthIndicator {

  private final TemporalProbe probe;
  private final @Nullable WorkersLifecycle workers;

  /**
   * @param workers null for a service that only starts workflows
   */
  TemporalHealth(TemporalProbe probe, @Nullable WorkersLifecycle workers) {
    this.probe = probe;
    this.workers = workers;
  }

  @Override
  public Health health() {
    var health =
        Health.up()
            .withDetail("target", probe.target())
            .withDetail("namespace", probe.namespace())
            .withDetail(
                "workers",
                workers == null ? "none" : workers.isPolling() ? "polling" : "not polling");
    try {
      probe.ask();
      return health.build();
    } catch (StatusRuntimeException e) {
      return health.down(e).build();
    }
  }
}
