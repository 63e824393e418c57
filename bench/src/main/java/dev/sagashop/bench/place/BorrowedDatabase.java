package dev.sagashop.bench.place;

import dev.sagashop.bench.BenchException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database beside the shop's own in the same server; it is dropped at the end. */
public final class BorrowedDatabase implements AutoCloseable {

  private static final String NAME = "bench_db";
  private static final String DROP = "drop database if exists " + NAME + " with (force)";

  private final Place place;

  private BorrowedDatabase(Place place) {
    this.place = place;
  }

  public static BorrowedDatabase create(Place place) {
    var database = new BorrowedDatabase(place);
    // One that was interrupted has left its own behind.
    database.execute(DROP);
    database.execute("create database " + NAME);
    return database;
  }

  public String url() {
    String url = place.databaseUrl();
    return url.substring(0, url.lastIndexOf('/') + 1) + NAME;
  }

  public String user() {
    return place.databaseUser();
  }

  public String password() {
    return place.databasePassword();
  }

  @Override
  public void close() {
    execute(DROP);
  }

  private void execute(String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                place.databaseUrl(), place.databaseUser(), place.databasePassword());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException error) {
      throw new BenchException(
          "'%s' failed at %s: %s".formatted(sql, place.databaseUrl(), error.getMessage()), error);
    }
  }
}
