package dev.sagashop.bench.outbox;

import dev.sagashop.bench.place.BorrowedDatabase;
import dev.sagashop.bench.place.BorrowedTopic;
import dev.sagashop.bench.place.Place;
import dev.sagashop.platform.outbox.Outbox;
import dev.sagashop.platform.outbox.OutboxEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service with an outbox and nothing else, in this process. */
final class Service implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final String topic;
  private final Outbox outbox;
  private final TransactionTemplate transaction;

  private Service(ConfigurableApplicationContext context, String topic) {
    this.context = context;
    this.topic = topic;
    this.outbox = context.getBean(Outbox.class);
    this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
  }

  static Service start(Place place, BorrowedDatabase database, BorrowedTopic topic, boolean relay) {
    var application =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .properties(
                "spring.application.name=bench",
                "spring.main.banner-mode=off",
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.user(),
                "spring.datasource.password=" + database.password(),
                "spring.datasource.hikari.maximum-pool-size=20",
                "spring.kafka.bootstrap-servers=" + place.kafka(),
                "management.otlp.metrics.export.enabled=false",
                "sagashop.outbox.topics=" + topic.name(),
                "sagashop.outbox.relay-enabled=" + relay);
    return new Service(application.run(), topic.name());
  }

  /** Commits one event, and gives the nanosecond at which the commit had returned. */
  long append(BenchEvent event) {
    var committedAt = new AtomicLong();
    transaction.executeWithoutResult(
        status -> {
          // Registered before the outbox's own, so that the relay is not awake yet.
          TransactionSynchronizationManager.registerSynchronization(
              new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                  committedAt.set(System.nanoTime());
                }
              });
          append(outbox, event);
        });
    return committedAt.get();
  }

  void appendAll(List<BenchEvent> events) {
    transaction.executeWithoutResult(status -> events.forEach(event -> append(outbox, event)));
  }

  private void append(Outbox outbox, BenchEvent event) {
    outbox.append(new OutboxEvent(topic, Long.toString(event.orderId()), "bench", event));
  }

  /** Processes of the database server that serve this service. */
  List<Long> databaseSessions() {
    return context
        .getBean(JdbcClient.class)
        .sql("select pid from pg_stat_activity where datname = current_database()")
        .query(Long.class)
        .list();
  }

  @Override
  public void close() {
    context.close();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {}
}
