package dev.sagashop.platform.outbox;

import static org.awaitility.Awaitility.await;

import dev.sagashop.launcher.parts.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service of nothing but the starter, with its own database. */
final class Service implements AutoCloseable {

  static {
    // A machine that builds other things too is slow, not broken.
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
  }

  private final ConfigurableApplicationContext context;

  private Service(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** A service that appends and leaves the sending to others. */
  static Service withoutRelay(TestDatabase database, String topic) {
    return start(
        database,
        Application.class,
        "sagashop.outbox.topics=" + topic,
        "sagashop.outbox.relay-enabled=false");
  }

  static Service withRelay(TestDatabase database, String topic, String... settings) {
    var all = new ArrayList<>(List.of("sagashop.outbox.topics=" + topic));
    all.addAll(Arrays.asList(settings));
    return start(database, Application.class, all.toArray(String[]::new));
  }

  static Service start(TestDatabase database, Class<?> application, String... settings) {
    var all =
        new ArrayList<>(
            List.of(
                "spring.datasource.url=" + database.jdbcUrl(),
                "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password(),
                "spring.kafka.bootstrap-servers=" + Parts.bootstrapServers(),
                "spring.main.banner-mode=off",
                "management.otlp.metrics.export.enabled=false"));
    all.addAll(Arrays.asList(settings));
    return new Service(
        new SpringApplicationBuilder(application)
            .web(WebApplicationType.NONE)
            .properties(all.toArray(String[]::new))
            .run());
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  TransactionTemplate transaction() {
    return new TransactionTemplate(bean(PlatformTransactionManager.class));
  }

  void append(OutboxEvent... events) {
    transaction()
        .executeWithoutResult(
            status -> {
              for (OutboxEvent event : events) {
                bean(Outbox.class).append(event);
              }
            });
  }

  long count(String condition) {
    return jdbc()
        .sql("select count(*) from outbox_events where " + condition)
        .query(Long.class)
        .single();
  }

  void awaitAllPublished() {
    await().until(() -> count("status <> 'PUBLISHED'") == 0);
  }

  @Override
  public void close() {
    context.close();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {}
}
