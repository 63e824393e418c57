package dev.sagashop.audit;

import dev.sagashop.audit.sources.AuditSources;
import dev.sagashop.audit.sources.Database;
import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.launcher.postgres.DatabaseReader;
import dev.sagashop.launcher.postgres.Server;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The books of a small shop in which everything agrees, as {@link Stories} tells them. What a scene
 * spoils is a copy of its own.
 */
final class Scene implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Duration AT_ONCE = Duration.ZERO;

  private final Map<Database, String> spoilt = new EnumMap<>(Database.class);
  private final ToldProvider provider;

  private Scene(ToldProvider provider) {
    this.provider = provider;
  }

  static Scene clean() {
    return new Scene(ToldProvider.start(Stories.JOURNAL));
  }

  /** Changes a row behind the back of every trigger and foreign key. */
  void spoil(Database database, String sql) {
    String copy = copy(database, "" + NUMBERS.incrementAndGet());
    spoilt.put(database, copy);
    execute(copy, "set session_replication_role = replica; " + sql);
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
    return AuditSources.from(environment());
  }

  /** As {@link #sources()}, but one of them is told to be elsewhere. */
  AuditSources with(String variable, String elsewhere) {
    Map<String, String> environment = environment();
    environment.put(variable, elsewhere);
    return AuditSources.from(environment);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    for (Database database : Database.values()) {
      String name = spoilt.getOrDefault(database, Clean.NAMES.getOrDefault(database, ""));
      environment.put(database.name() + "_DB_URL", server().jdbcUrl(name));
    }
    environment.put("KAFKA_BOOTSTRAP_SERVERS", TestParts.kafka().bootstrapServers());
    environment.put("TEMPORAL_ADDRESS", TestParts.temporal().address());
    environment.put("TEMPORAL_NAMESPACE", TestParts.temporal().namespace());
    environment.put("PROVIDER_URL", provider.url().toString());
    return environment;
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

  private static String copy(Database database, String suffix) {
    String copy = "%s_%s".formatted(database.sourceName(), suffix);
    Templates.copy(database, copy);
    server().admit(new DatabaseReader("auditor", "auditor", List.of(copy)));
    return copy;
  }

  @Override
  public void close() {
    provider.close();
  }

  /** Nobody spoils these. */
  private static final class Clean {
    static final Map<Database, String> NAMES =
        Arrays.stream(Database.values())
            .collect(Collectors.toMap(Function.identity(), database -> copy(database, "clean")));
  }
}
