package dev.sagashop.payment;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fresh databases on a real PostgreSQL. */
final class TestDatabases {

  private static final String SERVER = "jdbc:postgresql://localhost:55439/";
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private TestDatabases() {}

  static HikariDataSource fresh() {
    String name =
        "payment_%d_%d".formatted(ProcessHandle.current().pid(), NUMBERS.incrementAndGet());
    try (HikariDataSource server = open("postgres", 1)) {
      JdbcClient.create(server).sql("create database " + name).update();
    }
    return open(name, 20);
  }

  private static HikariDataSource open(String database, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(SERVER + database);
    config.setUsername("postgres");
    config.setMaximumPoolSize(connections);
    return new HikariDataSource(config);
  }
}
