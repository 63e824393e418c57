package dev.sagashop.launcher.postgres;

import dev.sagashop.launcher.ShopException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A running PostgreSQL server, seen by its superuser. */
public record Server(int port) {

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** Creates the role and the database unless they exist, and locks everybody else out. */
  public void create(Database database) {
    try (Connection connection = connect(Postgres.SUPERUSER);
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", database.role())) {
        statement.execute(
            "CREATE ROLE \"%s\" LOGIN PASSWORD '%s'"
                .formatted(database.role(), database.password().replace("'", "''")));
      }
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database.name())) {
        statement.execute(
            "CREATE DATABASE \"%s\" OWNER \"%s\"".formatted(database.name(), database.role()));
      }
      if (database.errorsAreAnswers()) {
        statement.execute(
            "ALTER ROLE \"%s\" SET log_min_messages = 'fatal'".formatted(database.role()));
      }
      statement.execute("REVOKE ALL ON DATABASE \"%s\" FROM PUBLIC".formatted(database.name()));
    } catch (SQLException e) {
      throw new ShopException(
          "Cannot create database %s on port %d: %s"
              .formatted(database.name(), port, e.getMessage()),
          e);
    }
  }

  /** Creates the role unless it exists, and lets it read everything in its databases. */
  public void admit(DatabaseReader reader) {
    try (Connection connection = connect(Postgres.SUPERUSER);
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", reader.role())) {
        statement.execute(
            "CREATE ROLE \"%s\" LOGIN PASSWORD '%s'"
                .formatted(reader.role(), reader.password().replace("'", "''")));
      }
      statement.execute("GRANT pg_read_all_data TO \"%s\"".formatted(reader.role()));
      for (String database : reader.databases()) {
        statement.execute(
            "GRANT CONNECT ON DATABASE \"%s\" TO \"%s\"".formatted(database, reader.role()));
      }
    } catch (SQLException e) {
      throw new ShopException(
          "Cannot let %s read %s on port %d: %s"
              .formatted(reader.role(), reader.databases(), port, e.getMessage()),
          e);
    }
  }

  public boolean hasTable(Database database, String table) {
    try (Connection connection = connect(database.name())) {
      return exists(connection, "SELECT 1 FROM pg_tables WHERE tablename = ?", table);
    } catch (SQLException e) {
      throw new ShopException(
          "Cannot look into database %s on port %d: %s"
              .formatted(database.name(), port, e.getMessage()),
          e);
    }
  }

  boolean answers() {
    try (Connection connection = connect(Postgres.SUPERUSER)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        jdbcUrl(database) + "?connectTimeout=1&socketTimeout=5&loginTimeout=2",
        Postgres.SUPERUSER,
        Postgres.SUPERUSER);
  }
}
