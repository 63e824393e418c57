package dev.sagashop.audit.sources;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** One database as it was at one moment: everything read here belongs together. */
public final class Snapshot implements AutoCloseable {
  private static final int SECONDS_TO_CONNECT = 5;
  private static final int SECONDS_TO_ANSWER = 60;
  private static final int ROWS_AT_A_TIME = 1000;

  private final Database database;
  private final Connection connection;
  private final Duration settledFor;

  private Snapshot(Database database, Connection connection, Duration settledFor) {
    this.database = database;
    this.connection = connection;
    this.settledFor = settledFor;
  }

  static Snapshot open(AuditSources sources, Database database, Duration settledFor) {
    Properties properties = new Properties();
    properties.setProperty("user", sources.username());
    properties.setProperty("password", sources.password());
    properties.setProperty("ApplicationName", "sagashop-audit");
    // A query that fails must not spoil the snapshot for the laws that follow.
    properties.setProperty("autosave", "always");
    properties.setProperty("connectTimeout", "" + SECONDS_TO_CONNECT);
    properties.setProperty("loginTimeout", "" + SECONDS_TO_CONNECT);
    properties.setProperty("socketTimeout", "" + SECONDS_TO_ANSWER);
    try {
      Connection connection = DriverManager.getConnection(sources.url(database), properties);
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      return new Snapshot(database, connection, settledFor);
    } catch (SQLException e) {
      throw unreadable(database, e);
    }
  }

  /** Makes a value of one row. */
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Reads rows.
   *
   * @param sql each {@code :settled} in it stands for the moment before which a row must have been
   *     left alone to count as settled
   */
  public <T> List<T> rows(String sql, Reader<T> reader) {
    String settled = "(now() - interval '%d milliseconds')".formatted(settledFor.toMillis());
    try (PreparedStatement statement =
        connection.prepareStatement(sql.replace(":settled", settled))) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(reader.read(result));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw unreadable(database, e);
    }
  }

  public long count(String sql) {
    return rows(sql, row -> row.getLong(1)).getFirst();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unreadable(database, e);
    }
  }

  private static SourceUnreadable unreadable(Database database, SQLException e) {
    return new SourceUnreadable(database.sourceName(), String.valueOf(e.getMessage()), e);
  }
}
