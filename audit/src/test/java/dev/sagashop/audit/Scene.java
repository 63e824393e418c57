package dev.sagashop.audit;

import dev.sagashop.audit.sources.AuditSources;
import dev.sagashop.audit.sources.Database;
import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.launcher.postgres.DatabaseReader;
import dev.sagashop.launcher.postgres.Server;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The books of a small shop in which everything agrees, as {@link Stories} tells them; each scene
 * has copies of its own that a test may spoil.
 */
final class Scene implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Duration AT_ONCE = Duration.ZERO;

  private final Map<Database, String> databases = new EnumMap<>(Database.class);
  private final ToldProvider provider;

  private Scene(ToldProvider provider) {
    this.provider = provider;
  }

  static Scene clean() {
    Scene scene = new Scene(ToldProvider.start(Stories.JOURNAL));
    int number = NUMBERS.incrementAndGet();
    for (Database database : Database.values()) {
      String copy = "%s_%d".formatted(database.sourceName(), number);
      Templates.copy(database, copy);
      scene.databases.put(database, copy);
    }
    server().admit(new DatabaseReader("auditor", "auditor", List.copyOf(scene.databases.values())));
    return scene;
  }

  /** Changes a row behind the back of every trigger and foreign key. */
  void spoil(Database database, String sql) {
    execute(databaseName(database), "set session_replication_role = replica; " + sql);
  }

  void providerSays(String... entries) {
    List<String> journal = new ArrayList<>(Stories.JOURNAL);
    journal.addAll(List.of(entries));
    provider.say(journal);
  }

  void providerForgets(String key) {
    provider.say(
        Stories.JOURNAL.stream().filter(entry -> !entry.contains('"' + key + '"')).toList());
  }

  AuditSources sources() {
    Map<Database, String> urls = new EnumMap<>(Database.class);
    databases.forEach((database, name) -> urls.put(database, server().jdbcUrl(name)));
    return new AuditSources(
        urls,
        "auditor",
        "auditor",
        TestParts.kafka().bootstrapServers(),
        TestParts.temporal().address(),
        TestParts.temporal().namespace(),
        provider.url());
  }

  /** As {@link #sources()}, but with a provider where nobody listens. */
  AuditSources withProvider(URI elsewhere) {
    AuditSources all = sources();
    return new AuditSources(
        all.databases(),
        all.username(),
        all.password(),
        all.kafka(),
        all.temporal(),
        all.namespace(),
        elsewhere);
  }

  AuditReport audit(String... checks) {
    return audit(sources(), AT_ONCE, checks);
  }

  static AuditReport audit(AuditSources sources, Duration settledFor, String... checks) {
    try (Audit audit = new Audit(sources, settledFor, AT_ONCE)) {
      return audit.run(Set.of(checks));
    }
  }

  static Server server() {
    return new Server(TestParts.postgres().port());
  }

  static void execute(String database, String sql) {
    try (Connection connection =
            DriverManager.getConnection(server().jdbcUrl(database), "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot execute in " + database + ": " + sql, e);
    }
  }

  private String databaseName(Database database) {
    return Objects.requireNonNull(databases.get(database));
  }

  @Override
  public void close() {
    provider.close();
    databases.values().forEach(name -> execute("postgres", "drop database \"%s\"".formatted(name)));
  }
}
