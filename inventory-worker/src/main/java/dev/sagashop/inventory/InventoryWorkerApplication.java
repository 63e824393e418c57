package dev.sagashop.inventory;

import static dev.sagashop.platform.web.RouteRules.everybody;
import static dev.sagashop.platform.web.RouteRules.role;
import static dev.sagashop.platform.web.RouteRules.signedIn;

import dev.sagashop.platform.web.RouteRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

/** Serves the stock routes, works on the task queue {@code inventory}, and follows payments. */
@SpringBootApplication(proxyBeanMethods = false)
public class InventoryWorkerApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(InventoryWorkerApplication.class, arguments);
  }

  @Bean
  RouteRules routeRules() {
    return RouteRules.of(
        everybody(HttpMethod.GET, "/inventory/availability"),
        signedIn(HttpMethod.POST, "/inventory/batch"),
        role(HttpMethod.GET, "/inventory/**", "ROLE_SUPPORT", "ROLE_ADMIN"),
        role("/inventory/**", "ROLE_ADMIN"));
  }
}
