package dev.sagashop.platform.operations;

import dev.sagashop.platform.outbox.deadletter.DeadLetters;
import dev.sagashop.platform.outbox.operating.OutboxOperations;
import dev.sagashop.platform.web.RouteRules;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Keeps {@code /operations/**} for admins, and serves the outbox and dead letters there, in every
 * service that has an outbox and HTTP.
 */
@AutoConfiguration(
    afterName = {
      "dev.sagashop.platform.outbox.OutboxAutoConfiguration",
      "dev.sagashop.platform.outbox.deadletter.DeadLetterAutoConfiguration"
    },
    beforeName = "dev.sagashop.platform.web.TokenAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OperationsAutoConfiguration {

  /**
   * Before the rules of a service that names whole branches: none of them can open these routes by
   * accident. Who opens one below {@code /operations} on purpose gives its rule the highest
   * precedence.
   */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 1)
  RouteRules operationsForAdmins() {
    return RouteRules.of(RouteRules.role("/operations/**", "ROLE_ADMIN"));
  }

  @Bean
  @ConditionalOnBean(OutboxOperations.class)
  OutboxController outboxOperationsController(OutboxOperations outbox) {
    return new OutboxController(outbox);
  }

  @Bean
  @ConditionalOnBean(DeadLetters.class)
  DeadLetterController deadLetterController(DeadLetters letters) {
    return new DeadLetterController(letters);
  }
}
