package dev.sagashop.payment;

import dev.sagashop.platform.web.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class Routes {

  @Bean
  RouteRules routeRules() {
    return RouteRules.of(
        RouteRules.role("/payments/simulator/**", "ROLE_ADMIN"),
        RouteRules.role(HttpMethod.GET, "/payments/**", "ROLE_ADMIN", "ROLE_SUPPORT"),
        RouteRules.role("/payments/**", "ROLE_ADMIN"));
  }
}
