package dev.sagashop.identity;

import dev.sagashop.platform.web.RouteRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service that owns users and tokens. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
public class IdentityApiApplication {

  public static void main(String[] args) {
    SpringApplication.run(IdentityApiApplication.class, args);
  }

  @Bean
  RouteRules routeRules() {
    return RouteRules.of(
        RouteRules.everybody("/auth/register"),
        RouteRules.everybody("/auth/login"),
        RouteRules.everybody("/auth/refresh-token"),
        RouteRules.everybody("/auth/logout"),
        RouteRules.everybody("/auth/introspect"),
        RouteRules.role("/auth/keys/**", "ROLE_ADMIN"),
        RouteRules.everybody(HttpMethod.GET, "/.well-known/jwks.json"),
        RouteRules.signedIn(HttpMethod.GET, "/users/me"),
        // Support staff see whose order they help with.
        RouteRules.role(HttpMethod.GET, "/users", "ROLE_ADMIN", "ROLE_SUPPORT"),
        RouteRules.role(HttpMethod.GET, "/users/{id}", "ROLE_ADMIN", "ROLE_SUPPORT"),
        RouteRules.role(HttpMethod.POST, "/users/batch", "ROLE_ADMIN", "ROLE_SUPPORT"),
        RouteRules.role("/users/**", "ROLE_ADMIN"));
  }
}
