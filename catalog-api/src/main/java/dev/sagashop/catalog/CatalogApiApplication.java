package dev.sagashop.catalog;

import dev.sagashop.platform.web.RouteRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

/** Starts the service that owns products and categories. */
@SpringBootApplication(proxyBeanMethods = false)
public class CatalogApiApplication {

  public static void main(String[] args) {
    SpringApplication.run(CatalogApiApplication.class, args);
  }

  @Bean
  RouteRules routeRules() {
    return RouteRules.of(
        RouteRules.everybody(HttpMethod.GET, "/products/**"),
        RouteRules.everybody(HttpMethod.GET, "/categories/**"),
        RouteRules.role("/products/**", "ROLE_ADMIN"),
        RouteRules.role("/categories/**", "ROLE_ADMIN"));
  }
}
