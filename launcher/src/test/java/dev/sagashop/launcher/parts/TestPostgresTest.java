package dev.sagashop.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

  @Test
  void keepsItsDataWhenItIsKilledAndStartedAgain() throws SQLException {
    TestPostgres postgres = TestParts.postgres();
    TestDatabase database = postgres.createDatabase("killed");
    execute(database, "CREATE TABLE note (text text)");
    execute(database, "INSERT INTO note VALUES ('still here')");

    try (Connection busy = connect(database)) {
      postgres.kill();
      assertThat(busy.isValid(1)).isFalse();
    }
    assertThatThrownBy(() -> connect(database)).isInstanceOf(SQLException.class);
    postgres.restart();

    assertThat(query(database, "SELECT text FROM note")).isEqualTo("still here");
  }

  @Test
  void givesEachDatabaseToItsOwnRoleOnly() {
    TestDatabase mine = TestParts.postgres().createDatabase("mine");
    TestDatabase yours = TestParts.postgres().createDatabase("yours");

    assertThatThrownBy(
            () -> DriverManager.getConnection(yours.jdbcUrl(), mine.username(), mine.password()))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> DriverManager.getConnection(mine.jdbcUrl(), mine.username(), "wrong"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void speaksUtf8AndUtcAndIsVersion18() throws SQLException {
    TestDatabase database = TestParts.postgres().createDatabase("settings");

    assertThat(query(database, "SHOW server_version")).startsWith("18");
    assertThat(query(database, "SHOW server_encoding")).isEqualTo("UTF8");
    assertThat(query(database, "SELECT current_setting('max_connections')")).isEqualTo("200");
  }

  private static Connection connect(TestDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(TestDatabase database, String sql) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
