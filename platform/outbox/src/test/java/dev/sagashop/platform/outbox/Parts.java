package dev.sagashop.platform.outbox;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/** The real parts of these tests. */
final class Parts {

  private Parts() {}

  record Database(String jdbcUrl, String username, String password) {}

  static Database database() {
    String name = "outbox_" + UUID.randomUUID().toString().replace("-", "");
    String server = "jdbc:postgresql://localhost:25432/";
    try (var connection = DriverManager.getConnection(server + "postgres", "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException error) {
      throw new IllegalStateException(error);
    }
    return new Database(server + name, "postgres", "");
  }

  static String bootstrapServers() {
    return "localhost:25492";
  }
}
