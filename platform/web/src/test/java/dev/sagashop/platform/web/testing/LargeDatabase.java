package dev.sagashop.platform.web.testing;

import com.zaxxer.hikari.HikariDataSource;
import dev.sagashop.launcher.parts.TestParts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A database of its own with many rows, which tells how it found what was asked for. */
public final class LargeDatabase implements AutoCloseable {

  private static final String WRAPPING = " wrapping ";

  private final HikariDataSource real;
  private final List<String> statements = new CopyOnWriteArrayList<>();

  private LargeDatabase(HikariDataSource real) {
    this.real = real;
  }

  public static LargeDatabase create() {
    var database = TestParts.postgres().createDatabase("large");
    var real = new HikariDataSource();
    real.setJdbcUrl(database.jdbcUrl());
    real.setUsername(database.username());
    real.setPassword(database.password());
    Flyway.configure().dataSource(real).load().migrate();
    return new LargeDatabase(real);
  }

  public JdbcClient plain() {
    return JdbcClient.create(real);
  }

  public DataSource source() {
    return real;
  }

  /** Remembers its queries for {@link #plans}. */
  public JdbcClient watched() {
    return JdbcClient.create(watchedSource());
  }

  private DataSource watchedSource() {
    return new DelegatingDataSource(real) {
      @Override
      public Connection getConnection() throws SQLException {
        return watched(Connection.class, super.getConnection());
      }
    };
  }

  /** After a mass of rows: what the planner knows, and what is visible to all. */
  public void settle() {
    plain().sql("vacuum (analyze)").update();
  }

  /** How the queries of this action are carried out, one plan for each. */
  public List<Plan> plans(Runnable action) {
    statements.clear();
    action.run();
    return List.copyOf(statements).stream().map(this::plan).toList();
  }

  private Plan plan(String statement) {
    String json = plain().sql("explain (format json) " + statement).query(String.class).single();
    return new Plan(statement, JsonMapper.shared().readTree(json).get(0).get("Plan"));
  }

  private <T> T watched(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              if (method.getName().equals("executeQuery")) {
                statements.add(spelledOut(target));
              }
              try {
                Object result = method.invoke(target, arguments);
                return result instanceof PreparedStatement statement
                    ? watched(PreparedStatement.class, statement)
                    : result;
              } catch (InvocationTargetException e) {
                throw Objects.requireNonNull(e.getCause());
              }
            }));
  }

  /** The driver says a prepared statement with its parameters, and the pool what it wraps. */
  private static String spelledOut(Object statement) {
    String text = statement.toString();
    return text.substring(text.indexOf(WRAPPING) + WRAPPING.length());
  }

  @Override
  public void close() {
    real.close();
  }

  /** One node below the other, as PostgreSQL tells them. */
  public record Plan(String statement, JsonNode root) {

    /** The kinds of its nodes, with the index where there is one: {@code Index Scan stock_pkey}. */
    public List<String> nodes() {
      List<String> names = new ArrayList<>();
      collect(root, names);
      return names;
    }

    @Override
    public String toString() {
      return statement + "\n" + root.toPrettyString();
    }

    private static void collect(JsonNode node, List<String> names) {
      @Nullable JsonNode index = node.get("Index Name");
      names.add(node.get("Node Type").asString() + (index == null ? "" : " " + index.asString()));
      @Nullable JsonNode below = node.get("Plans");
      if (below != null) {
        below.forEach(child -> collect(child, names));
      }
    }
  }
}
