package dev.sagashop.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.parts.TestDatabase;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One dependency and one migration, in a new database and in one of the first release. */
class UpgradeTest {

  private final TestDatabase database = Parts.database();
  private final JdbcClient jdbc =
      JdbcClient.create(
          new DriverManagerDataSource(
              database.jdbcUrl(), database.username(), database.password()));

  /** As the first release did: all versions in the service's history. */
  private void migrateInTheOldWay() {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.username(), database.password())
        .locations("classpath:db/of-a-service", "classpath:db/outbox")
        .load()
        .migrate();
  }

  private Service startOfTheService() {
    return Service.start(
        database,
        Service.Application.class,
        "spring.flyway.locations=classpath:db/of-a-service",
        "sagashop.outbox.relay-enabled=false",
        "sagashop.outbox.topics=upgrades");
  }

  private List<String> versions(String history) {
    return jdbc.sql(
            "select version || ' ' || type from %s order by installed_rank".formatted(history))
        .query(String.class)
        .list();
  }

  @Test
  void aDatabaseOfTheFirstReleaseIsUpgradedAndItsRowsStay() {
    migrateInTheOldWay();
    assertThat(versions("flyway_schema_history")).containsExactly("0.1 SQL", "1 SQL", "2 SQL");
    jdbc.sql(
            """
            insert into outbox_events (event_key, topic, aggregate_key, sequence, event_type, type_id,
              payload, status, last_error)
            values ('k', 'upgrades', '1', 1, 'upgrades', 'alias', '{}', 'FAILED', 'too large')
            """)
        .update();

    try (Service service = startOfTheService()) {
      Map<String, Object> row =
          service.jdbc().sql("select * from outbox_events").query().singleRow();
      assertThat(row).containsEntry("last_error", "too large").containsEntry("discarded_at", null);
      service.append(new OutboxEvent("upgrades", "2", "alias", "new"));
    }
    assertThat(versions("flyway_schema_history")).containsExactly("0.1 SQL", "1 SQL", "2 SQL");
    assertThat(versions("outbox_schema_history")).containsExactly("0.1 BASELINE", "0.2 SQL");

    // A replica of the first release starts once more, next to the new one.
    migrateInTheOldWay();
  }

  @Test
  void aNewDatabaseGetsTheSameVersions() {
    startOfTheService().close();
    assertThat(versions("flyway_schema_history")).containsExactly("0.1 SQL", "1 SQL", "2 SQL");
    assertThat(versions("outbox_schema_history")).containsExactly("0.1 BASELINE", "0.2 SQL");
    startOfTheService().close();
    assertThat(versions("outbox_schema_history")).hasSize(2);
  }
}
