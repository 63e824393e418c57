package dev.sagashop.inventory;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where the tests of this module find PostgreSQL. */
final class TestDatabases {

  private static final String SERVER = "jdbc:postgresql://127.0.0.1:15732/";

  private TestDatabases() {}

  static DataSource fresh() {
    String name = "inventory_" + UUID.randomUUID().toString().replace("-", "");
    JdbcClient.create(new DriverManagerDataSource(SERVER + "postgres", "postgres", ""))
        .sql("CREATE DATABASE " + name)
        .update();
    return new DriverManagerDataSource(SERVER + name, "postgres", "");
  }
}
