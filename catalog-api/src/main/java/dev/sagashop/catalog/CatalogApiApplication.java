package dev.sagashop.catalog;

import dev.sagashop.platform.web.RouteRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service that owns products and categories. */
@EnableScheduling
@SpringBootApplication(proxyBeanMethods = false)
public class CatalogApiApplication {

  public static void main(String[] args) {
    SpringApplication.run(CatalogApiApplication.class, args);
  }

  @Bean
  RouteRules routeRules() {
    return RouteRules.of(
        RouteRules.role(HttpMethod.GET, "/products/*/prices", "ROLE_ADMIN", "ROLE_SUPPORT"),
        RouteRules.everybody(HttpMethod.GET, "/products/**"),
        RouteRules.everybody(HttpMethod.GET, "/categories/**"),
        RouteRules.role("/products/**", "ROLE_ADMIN"),
        RouteRules.role("/categories/**", "ROLE_ADMIN"));
  }
}
