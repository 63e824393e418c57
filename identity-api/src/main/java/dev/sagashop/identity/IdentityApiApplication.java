package dev.sagashop.identity;

import dev.sagashop.platform.web.RouteRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

/** Starts the service that owns users and tokens. */
@SpringBootApplication(proxyBeanMethods = false)
public class IdentityApiApplication {

  public static void main(String[] args) {
    SpringApplication.run(IdentityApiApplication.class, args);
  }

  @Bean
  RouteRules routeRules() {
    return RouteRules.of(
        RouteRules.everybody("/auth/**"),
        RouteRules.everybody(HttpMethod.GET, "/.well-known/jwks.json"),
        RouteRules.signedIn(HttpMethod.GET, "/users/me"),
        // Support staff see whose order they help with.
        RouteRules.role(HttpMethod.GET, "/users/{id}", "ROLE_ADMIN", "ROLE_SUPPORT"),
        RouteRules.role(HttpMethod.POST, "/users/batch", "ROLE_ADMIN", "ROLE_SUPPORT"),
        RouteRules.role("/users/**", "ROLE_ADMIN"));
  }
}
