package dev.sagashop.audit.sources;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * Where the auditor reads. Only ever reads: its role in the databases can do nothing else.
 *
 * @param databases by name, as JDBC addresses
 * @param username the role that may read every table
 * @param kafka bootstrap servers
 * @param temporal the frontend as {@code host:port}
 * @param provider the payment provider, which serves its journal at {@code /journal}
 */
public record AuditSources(
    Map<Database, String> databases,
    String username,
    String password,
    String kafka,
    String temporal,
    String namespace,
    URI provider) {

  public AuditSources {
    databases = Map.copyOf(databases);
    for (Database database : Database.values()) {
      if (!databases.containsKey(database)) {
        throw new IllegalArgumentException(
            "no address of %s, expected one such as jdbc:postgresql://localhost:8090/%s"
                .formatted(database.sourceName(), database.sourceName()));
      }
    }
  }

  /** From the environment; what it does not name is where a shop of the default ports has it. */
  public static AuditSources from(Map<String, String> environment) {
    String postgres = "jdbc:postgresql://localhost:8090/";
    return new AuditSources(
        Map.of(
            Database.ORDER, environment.getOrDefault("ORDER_DB_URL", postgres + "order_db"),
            Database.INVENTORY,
                environment.getOrDefault("INVENTORY_DB_URL", postgres + "inventory_db"),
            Database.PAYMENT, environment.getOrDefault("PAYMENT_DB_URL", postgres + "payment_db")),
        environment.getOrDefault("DB_USERNAME", "auditor"),
        environment.getOrDefault("DB_PASSWORD", "auditor"),
        environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "localhost:8092"),
        environment.getOrDefault("TEMPORAL_ADDRESS", "localhost:8100"),
        environment.getOrDefault("TEMPORAL_NAMESPACE", "shop"),
        URI.create(environment.getOrDefault("PROVIDER_URL", "http://localhost:8087")));
  }

  String url(Database database) {
    return Objects.requireNonNull(databases.get(database));
  }
}
