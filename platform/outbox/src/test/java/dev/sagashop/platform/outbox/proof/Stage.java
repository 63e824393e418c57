package dev.sagashop.platform.outbox.proof;

import static org.awaitility.Awaitility.await;

import dev.sagashop.launcher.parts.TestDatabase;
import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.platform.outbox.Gate;
import dev.sagashop.platform.outbox.Outbox;
import dev.sagashop.platform.outbox.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A database, a topic, and a writer that does not send; {@link Child} processes do. */
final class Stage implements AutoCloseable {

  static final Path FOLDER = Path.of("target", "proofs").toAbsolutePath();

  /** For whatever must happen: a machine that does other things too is slow, not broken. */
  static final Duration LIMIT = Duration.ofMinutes(2);

  /** Nothing is taken over while a test holds a relay. */
  static final List<String> LONG_LEASE =
      List.of(
          "--sagashop.outbox.batch-size=20",
          "--sagashop.outbox.lease=10m",
          "--sagashop.outbox.delivery-timeout=4m",
          "--sagashop.outbox.request-timeout=2m");

  /** A fifth of the defaults, so that each limit passes several times within a test. */
  static final List<String> SHORT_LEASE =
      List.of(
          "--sagashop.outbox.batch-size=20",
          "--sagashop.outbox.lease=6s",
          "--sagashop.outbox.delivery-timeout=3s",
          "--sagashop.outbox.request-timeout=1s",
          "--sagashop.outbox.max-block=1s",
          "--sagashop.outbox.max-backoff=1s");

  private final Variant variant;
  private final String topic = "proof-" + UUID.randomUUID();
  private final TestDatabase database;
  private final ConfigurableApplicationContext writer;
  private final Ledger ledger;

  private Stage(Variant variant, TestDatabase database) {
    this.variant = variant;
    this.database = database;
    this.writer =
        new SpringApplicationBuilder(Writer.class)
            .web(WebApplicationType.NONE)
            .run(settings("--sagashop.outbox.relay-enabled=false").toArray(String[]::new));
    this.ledger =
        new Ledger(
            topic,
            jdbc(),
            writer.getBean(PlatformTransactionManager.class),
            writer.getBean(Outbox.class));
    ledger.createTables();
  }

  /**
   * @param variant that the children on this stage run
   */
  static Stage open(Variant variant) {
    return new Stage(variant, newDatabase());
  }

  static Stage on(TestDatabase database) {
    return new Stage(Variant.INTACT, database);
  }

  static TestDatabase newDatabase() {
    return TestParts.postgres().createDatabase("proof");
  }

  Ledger ledger() {
    return ledger;
  }

  String topic() {
    return topic;
  }

  JdbcClient jdbc() {
    return writer.getBean(JdbcClient.class);
  }

  /** A part for a child on this stage. */
  Role role(List<String> more, Gate.Point... held) {
    Path folder = FOLDER.resolve(topic).resolve(UUID.randomUUID().toString());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> settings = settings("--proof.variant=" + variant, "--proof.folder=" + folder);
    settings.addAll(more);
    return new Role(new Gate(folder), settings, List.of(held));
  }

  List<String> settings(String... more) {
    var settings =
        new ArrayList<>(
            List.of(
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--spring.kafka.bootstrap-servers=" + TestParts.kafka().bootstrapServers(),
                "--spring.main.banner-mode=off",
                "--spring.main.keep-alive=true",
                "--management.otlp.metrics.export.enabled=false",
                "--logging.level.org.apache.kafka=warn",
                "--sagashop.outbox.topics=" + topic));
    settings.addAll(Arrays.asList(more));
    return settings;
  }

  long count(String condition) {
    return jdbc()
        .sql("select count(*) from outbox_events where " + condition)
        .query(Long.class)
        .single();
  }

  void awaitAllPublished() {
    until("all rows are published", () -> count("status <> 'PUBLISHED'") == 0);
  }

  void until(String what, Callable<Boolean> condition) {
    await(what).atMost(LIMIT).until(condition);
  }

  void awaitPublished(String aggregate) {
    until(
        aggregate + " is published",
        () ->
            count("status <> 'PUBLISHED' and aggregate_key = '%s'".formatted(aggregate)) == 0
                && count("aggregate_key = '%s'".formatted(aggregate)) > 0);
  }

  /** Everything that was committed, beside everything that is in the topic. */
  Evidence evidence() {
    return new Evidence(ledger.facts(), TopicReader.told(topic), claims());
  }

  private Map<String, Long> claims() {
    return jdbc()
        .sql("select id, lease_epoch from outbox_events where lease_epoch > 1")
        .query((row, number) -> Map.entry(row.getString("id"), row.getLong("lease_epoch")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public void close() {
    writer.close();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Writer {}
}
