package dev.sagashop.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.bench.measure.Sizes;
import dev.sagashop.bench.place.Place;
import dev.sagashop.bench.report.Report;
import dev.sagashop.bench.report.Row;
import dev.sagashop.launcher.parts.TestParts;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs on real parts, with next to nothing to do: they work, whatever the speed. */
class BenchmarksTest {

  private static final Sizes TINY =
      new Sizes(1, 2, 1, Duration.ofSeconds(1), 200, Duration.ofSeconds(1));

  @TempDir private Path results;

  @Test
  void measuresTheFloor() throws Exception {
    Report report = benchmarks().run("floor");

    assertThat(report.rows()).hasSize(9);
    assertThat(report.rows())
        .extracting(Row::what)
        .contains("no-op saga", "transaction", "acknowledged send");
    assertNothingIsLeft();
  }

  @Test
  void measuresTheOutbox() throws Exception {
    Report report = benchmarks().run("outbox");

    assertThat(report.rows())
        .extracting(Row::what)
        .contains("acknowledged send", "drain", "lag, commit to readable", "idle relay");
    assertNothingIsLeft();
  }

  @Test
  void knowsItsPrograms() {
    assertThatThrownBy(() -> benchmarks().run("everything"))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("floor, checkout, outbox and all");
  }

  @Test
  void saysWhatItMissesInItsEnvironment() {
    assertThatThrownBy(() -> Place.of(Map.of()))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("GATEWAY_URL");
  }

  private Benchmarks benchmarks() {
    return new Benchmarks(place(), TINY, Clock.systemUTC());
  }

  private Place place() {
    return new Place(
        "http://gateway.invalid",
        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(TestParts.postgres().port()),
        "postgres",
        "postgres",
        TestParts.kafka().bootstrapServers(),
        TestParts.temporal().address(),
        TestParts.temporal().namespace(),
        results);
  }

  private void assertNothingIsLeft() throws Exception {
    Place place = place();
    try (var connection =
            DriverManager.getConnection(
                place.databaseUrl(), place.databaseUser(), place.databasePassword());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select 1 from pg_database where datname = 'bench_db'")) {
      assertThat(rows.next()).as("the borrowed database exists").isFalse();
    }
    Map<String, Object> settings = Map.of("bootstrap.servers", place.kafka());
    try (Admin admin = Admin.create(settings)) {
      Set<String> topics = admin.listTopics().names().get();
      assertThat(topics).noneMatch(topic -> topic.startsWith("bench-"));
    }
  }
}
