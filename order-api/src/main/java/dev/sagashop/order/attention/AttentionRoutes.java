package dev.sagashop.order.attention;

import dev.sagashop.platform.web.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The support looks after sagas too; all other routes of operators are for admins. */
@Configuration(proxyBeanMethods = false)
class AttentionRoutes {

  /** Before the rule that keeps {@code /operations} for admins. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  RouteRules sagasForTheStaff() {
    String[] staff = {"ROLE_ADMIN", "ROLE_SUPPORT"};
    return RouteRules.of(
        RouteRules.role("/operations/sagas/**", staff),
        RouteRules.role("/operations/events", staff));
  }
}
