package dev.sagashop.launcher.shop;

import dev.sagashop.launcher.postgres.Server;
import dev.sagashop.launcher.temporal.ShopNamespace;
import java.util.Map;

/** Where the auditor finds what it compares. */
record AuditorEnvironment(PortBlock ports, String temporalAddress) {

  Map<String, String> variables() {
    Server server = new Server(ports.postgres());
    return Map.ofEntries(
        Map.entry("PORT", Integer.toString(ports.auditor())),
        Map.entry("SERVER_ADDRESS", "127.0.0.1"),
        Map.entry("ORDER_DB_URL", server.jdbcUrl("order_db")),
        Map.entry("INVENTORY_DB_URL", server.jdbcUrl("inventory_db")),
        Map.entry("PAYMENT_DB_URL", server.jdbcUrl("payment_db")),
        Map.entry("DB_USERNAME", ServiceDatabases.AUDITOR.role()),
        Map.entry("DB_PASSWORD", ServiceDatabases.AUDITOR.password()),
        Map.entry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka()),
        Map.entry("TEMPORAL_ADDRESS", temporalAddress),
        Map.entry("TEMPORAL_NAMESPACE", ShopNamespace.NAME),
        Map.entry("PROVIDER_URL", "http://127.0.0.1:" + ports.provider()));
  }
}
