package dev.sagashop.gateway.routes;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.stripPrefix;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The table of routes. Prefixes end at a slash: {@code /api/ordersX} is nobody's. What no line
 * names is not found; the actuators and the API documents of the services have no line.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

  @Bean
  RouterFunction<ServerResponse> services(Services services) {
    return api("auth", "identity-api", services.identity())
        .and(api("users", "identity-api", services.identity()))
        .and(api("products", "catalog-api", services.catalog()))
        .and(api("categories", "catalog-api", services.catalog()))
        .and(api("inventory", "inventory-worker", services.inventory()))
        .and(api("orders", "order-api", services.order()))
        .and(api("payments", "payment-worker", services.payment()))
        .and(api("operations/dead-letters", "order-api", services.order()))
        .and(api("operations/sagas", "order-api", services.order()))
        .and(api("operations/events", "order-api", services.order()))
        .and(api("operations/links", "order-api", services.order()))
        .and(outbox("order-service", "order-api", services.order()))
        .and(outbox("inventory-service", "inventory-worker", services.inventory()))
        .and(outbox("payment-service", "payment-worker", services.payment()))
        .and(
            route("well-known")
                .route(path("/.well-known/**"), http())
                .before(uri(services.identity()))
                .filter(new Outages("identity-api"))
                .build());
  }

  @Bean
  RouterFunction<ServerResponse> health() {
    return route("healthz")
        .GET(
            "/healthz", request -> ServerResponse.ok().contentType(MediaType.TEXT_PLAIN).body("ok"))
        .build();
  }

  /** The outbox of one service; {@link OutboxOverview} answers for all. */
  private static RouterFunction<ServerResponse> outbox(String name, String service, URI origin) {
    String prefix = "/api/operations/outbox/" + name;
    return route("outbox-of-" + name)
        .route(path(prefix).or(path(prefix + "/**")), http())
        .before(uri(origin))
        .before(
            request ->
                ServerRequest.from(request)
                    .uri(
                        UriComponentsBuilder.fromUri(request.uri())
                            .replacePath(
                                OutboxOverview.PATH
                                    + request.uri().getRawPath().substring(prefix.length()))
                            .build(true)
                            .toUri())
                    .build())
        .filter(new Outages(service))
        .build();
  }

  private static RouterFunction<ServerResponse> api(String prefix, String service, URI origin) {
    return route(prefix)
        .route(path("/api/" + prefix).or(path("/api/" + prefix + "/**")), http())
        .before(uri(origin))
        .before(stripPrefix(1))
        .filter(new Outages(service))
        .build();
  }
}
