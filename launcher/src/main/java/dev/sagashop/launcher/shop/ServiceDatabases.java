package dev.sagashop.launcher.shop;

import dev.sagashop.launcher.postgres.Database;
import dev.sagashop.launcher.postgres.DatabaseReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which service owns which database; nobody can write in another's. */
final class ServiceDatabases {
  private static final Map<String, Database> BY_SERVICE =
      Map.of(
          "identity-api", owned("user"),
          "catalog-api", owned("product"),
          "inventory-worker", owned("inventory"),
          "order-api", owned("order"),
          "payment-worker", owned("payment"));

  static final List<Database> ALL = List.copyOf(BY_SERVICE.values());

  /** A witness may look into every book and write in none. */
  static final DatabaseReader AUDITOR =
      new DatabaseReader("auditor", "auditor", ALL.stream().map(Database::name).toList());

  private ServiceDatabases() {}

  static Optional<Database> of(String service) {
    return Optional.ofNullable(BY_SERVICE.get(service));
  }

  private static Database owned(String word) {
    return new Database(word + "_db", word, word);
  }
}
