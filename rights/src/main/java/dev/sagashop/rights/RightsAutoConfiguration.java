package dev.sagashop.rights;

import dev.sagashop.platform.web.RouteRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Gives a service its rows, before whatever a starter says of whole branches of paths. */
@AutoConfiguration
class RightsAutoConfiguration {

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  RouteRules rights(@Value("${spring.application.name:service}") String service) {
    return Rights.rulesOf(service);
  }
}
