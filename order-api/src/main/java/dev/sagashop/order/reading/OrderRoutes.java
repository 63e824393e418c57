package dev.sagashop.order.reading;

import dev.sagashop.platform.web.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Lists of other people's orders and decisions about their money are for the staff, deliveries for
 * admins; everything else needs some token.
 */
@Configuration(proxyBeanMethods = false)
class OrderRoutes {

  @Bean
  RouteRules routeRules() {
    String[] staff = {"ROLE_ADMIN", "ROLE_SUPPORT"};
    return RouteRules.of(
        RouteRules.role(HttpMethod.POST, "/orders/*/refunds/**", staff),
        RouteRules.role(HttpMethod.POST, "/orders/*/deliver", "ROLE_ADMIN"),
        RouteRules.role(HttpMethod.GET, "/orders", staff),
        RouteRules.role(HttpMethod.GET, "/orders/user/**", staff));
  }
}
