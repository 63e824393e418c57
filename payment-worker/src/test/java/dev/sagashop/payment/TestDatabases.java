package dev.sagashop.payment;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sagashop.launcher.parts.TestDatabase;
import dev.sagashop.launcher.parts.TestParts;

/** Fresh databases on a real PostgreSQL. */
final class TestDatabases {

  private static final int CONNECTIONS = 20;

  private TestDatabases() {}

  static TestDatabase fresh() {
    return TestParts.postgres().createDatabase("payment");
  }

  static HikariDataSource pool(TestDatabase database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(database.username());
    config.setPassword(database.password());
    config.setMaximumPoolSize(CONNECTIONS);
    return new HikariDataSource(config);
  }
}
