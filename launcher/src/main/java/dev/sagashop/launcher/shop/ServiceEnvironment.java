package dev.sagashop.launcher.shop;

import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.postgres.Server;
import dev.sagashop.launcher.temporal.ShopNamespace;
import dev.sagashop.launcher.webapps.WebApps;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the services are told about each other; they read it in their {@code application.yaml}.
 *
 * @param temporalUi address of the Web UI, empty where there is none
 */
record ServiceEnvironment(
    Checkout checkout, PortBlock ports, String temporalAddress, Optional<String> temporalUi) {

  /** All clients of a shop on one machine have one address. */
  private static final Map<String, String> RATES =
      Map.of(
          "GATEWAY_RATE_LIMIT", "2000",
          "GATEWAY_RATE_BURST", "10000",
          "GATEWAY_SIGN_IN_RATE_LIMIT", "500",
          "GATEWAY_SIGN_IN_RATE_BURST", "2000");

  Map<String, String> of(String service, int port) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PORT", Integer.toString(port));
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
    environment.put("TEMPORAL_ADDRESS", temporalAddress);
    environment.put("TEMPORAL_UI_URL", temporalUi.orElse(""));
    environment.put("TEMPORAL_NAMESPACE", ShopNamespace.NAME);
    environment.put("JWKS_URI", http(ports.identity()) + "/.well-known/jwks.json");
    environment.put("JWT_ISSUER", "sagashop");
    environment.put("PRODUCT_SERVICE_BASE_URL", http(ports.catalog()));
    RATES.forEach((name, rate) -> environment.put(name, System.getenv().getOrDefault(name, rate)));
    environment.put("MANAGEMENT_PORT", Integer.toString(ports.gatewayManagement()));
    environment.putAll(WebApps.folders(checkout));
    environment.put("IDENTITY_URL", http(ports.identity()));
    environment.put("CATALOG_URL", http(ports.catalog()));
    environment.put("INVENTORY_URL", http(ports.inventory()));
    environment.put("ORDER_URL", http(ports.order()));
    environment.put("PAYMENT_URL", http(ports.payment()));
    environment.put("PROVIDER_URL", http(ports.provider()));
    ServiceDatabases.of(service)
        .ifPresent(
            database -> {
              environment.put("DB_URL", new Server(ports.postgres()).jdbcUrl(database.name()));
              environment.put("DB_USERNAME", database.role());
              environment.put("DB_PASSWORD", database.password());
            });
    return environment;
  }

  private static String http(int port) {
    return "http://127.0.0.1:" + port;
  }
}
