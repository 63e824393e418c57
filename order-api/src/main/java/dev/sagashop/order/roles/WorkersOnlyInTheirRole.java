package dev.sagashop.order.roles;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** A process without the role of a worker polls no task queue. */
final class WorkersOnlyInTheirRole implements EnvironmentPostProcessor, Ordered {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (!Roles.of(environment).contains(Role.WORKER)) {
      environment
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "rolesOfThisProcess", Map.of("sagashop.temporal.workers", "false")));
    }
  }

  /** After application.yaml was read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
