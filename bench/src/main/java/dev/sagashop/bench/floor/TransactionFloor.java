package dev.sagashop.bench.floor;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sagashop.bench.place.BorrowedDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

/** The rows that an order leaves in its database, in one transaction that is committed. */
final class TransactionFloor implements AutoCloseable {

  /** As many as a service has. */
  private static final int CONNECTIONS = 20;

  private static final String TABLES =
      """
      create schema floor;
      create table floor.orders (
        id bigint primary key, user_id bigint not null, status text not null,
        total numeric(19, 2) not null, created_at timestamptz not null default now());
      create table floor.order_items (
        order_id bigint not null references floor.orders, line_number integer not null,
        sku text not null, title text not null, quantity integer not null, price numeric(19, 2) not null,
        primary key (order_id, line_number));
      create table floor.order_timeline (
        id bigint generated always as identity primary key, order_id bigint not null references floor.orders,
        at timestamptz not null default clock_timestamp(), actor text not null, what text not null);
      create table floor.outbox_events (
        id bigint generated always as identity primary key, event_key text not null unique,
        topic text not null, aggregate_key text not null, payload text not null)
      """;

  private static final String PAYLOAD = "{\"note\":\"%s\"}".formatted("x".repeat(300));

  private final AtomicLong ids = new AtomicLong();
  private final HikariDataSource connections;

  TransactionFloor(BorrowedDatabase database) {
    var settings = new HikariConfig();
    settings.setJdbcUrl(database.url());
    settings.setUsername(database.user());
    settings.setPassword(database.password());
    settings.setMaximumPoolSize(CONNECTIONS);
    settings.setAutoCommit(false);
    connections = new HikariDataSource(settings);
  }

  void createTables() throws SQLException {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
      connection.commit();
    }
  }

  void run() throws SQLException {
    long id = ids.incrementAndGet();
    try (Connection connection = connections.getConnection()) {
      insert(
          connection,
          "insert into floor.orders (id, user_id, status, total) values (?, ?, ?, ?)",
          id,
          7L,
          "CREATED",
          new BigDecimal("59.97"));
      insert(
          connection,
          "insert into floor.order_items (order_id, line_number, sku, title, quantity, price)"
              + " values (?, ?, ?, ?, ?, ?)",
          id,
          1,
          "SKU-004",
          "A title of a usual length",
          3,
          new BigDecimal("19.99"));
      insert(
          connection,
          "insert into floor.order_timeline (order_id, actor, what) values (?, ?, ?)",
          id,
          "user 7",
          "placed");
      insert(
          connection,
          "insert into floor.outbox_events (event_key, topic, aggregate_key, payload)"
              + " values (?, ?, ?, ?)",
          "order-created:" + id,
          "order-created",
          Long.toString(id),
          PAYLOAD);
      connection.commit();
    }
  }

  private static void insert(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
