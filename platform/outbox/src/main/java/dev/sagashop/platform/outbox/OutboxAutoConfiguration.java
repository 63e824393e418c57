package dev.sagashop.platform.outbox;

import dev.sagashop.platform.outbox.operating.OutboxOperations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The outbox and the inbox on the service's database, and the relay to Kafka. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration"
    })
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxAutoConfiguration {

  @Bean
  FlywayConfigurationCustomizer outboxMigrations() {
    return configuration -> {
      var locations = new LinkedHashSet<String>();
      for (Location location : configuration.getLocations()) {
        locations.add(location.getDescriptor());
      }
      locations.add("classpath:db/outbox");
      configuration.locations(locations.toArray(String[]::new));
    };
  }

  /**
   * The versions after 0.1, with a history of their own: 0.1 is in the service's, where a 0.2 would
   * come too late once the service has a version 1.
   */
  @Bean
  @ConditionalOnBean(Flyway.class)
  FlywayMigrationInitializer outboxUpgrades(
      Flyway service, @Qualifier("flywayInitializer") FlywayMigrationInitializer serviceFirst) {
    Configuration settings = service.getConfiguration();
    return new FlywayMigrationInitializer(
        Flyway.configure(settings.getClassLoader())
            .dataSource(settings.getDataSource())
            .defaultSchema(settings.getDefaultSchema())
            .schemas(settings.getSchemas())
            .locations("classpath:db/outbox-upgrades")
            .table("outbox_schema_history")
            .baselineOnMigrate(true)
            .baselineVersion("0.1")
            .load());
  }

  @Bean
  OutboxOperations outboxOperations(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      OutboxTable table,
      ObjectProvider<Relay> relay) {
    return new OutboxOperations(
        jdbc,
        transactions,
        () -> table.backlog().lagSeconds(),
        () -> relay.ifAvailable(Relay::wake));
  }

  @Bean
  OutboxTable outboxTable(JdbcClient jdbc) {
    return new OutboxTable(jdbc);
  }

  @Bean
  Inbox inbox(JdbcClient jdbc) {
    return new JdbcInbox(jdbc);
  }

  @Bean
  Outbox outbox(
      OutboxTable table,
      OutboxProperties properties,
      ObjectProvider<Tracer> tracer,
      ObjectProvider<Relay> relay) {
    Relay local = relay.getIfAvailable();
    return new JdbcOutbox(
        table,
        Set.copyOf(properties.topics()),
        tracer.getIfAvailable(() -> Tracer.NOOP),
        local == null ? () -> {} : local::wake);
  }

  @Bean
  OutboxMetrics outboxMetrics(ObjectProvider<MeterRegistry> registry) {
    return new OutboxMetrics(registry.getIfAvailable(SimpleMeterRegistry::new));
  }

  @Bean
  KafkaClients kafkaClients(
      KafkaProperties kafka, KafkaConnectionDetails connection, OutboxProperties outbox) {
    return new KafkaClients(kafka, connection, outbox);
  }

  @Bean
  @ConditionalOnProperty(name = "sagashop.outbox.relay-enabled", matchIfMissing = true)
  Sender outboxSender(KafkaClients clients, OutboxProperties properties) {
    return new Sender(
        () -> new KafkaProducer<>(clients.producer()),
        properties.deliveryTimeout().plus(properties.maxBlock()));
  }

  @Bean
  @ConditionalOnProperty(name = "sagashop.outbox.relay-enabled", matchIfMissing = true)
  Relay outboxRelay(
      OutboxTable table,
      Sender sender,
      KafkaClients clients,
      OutboxMetrics metrics,
      OutboxProperties properties,
      Environment environment) {
    String owner =
        "%s/%d/%s"
            .formatted(
                environment.getProperty("spring.application.name", "application"),
                ProcessHandle.current().pid(),
                UUID.randomUUID());
    var topics = new TopicSetup(() -> Admin.create(clients.admin()), properties);
    return new Relay(owner, table, sender, topics, metrics, properties);
  }

  @Bean
  @ConditionalOnProperty(name = "sagashop.outbox.relay-enabled", matchIfMissing = true)
  RelayLifecycle outboxRelayLifecycle(Relay relay, Sender sender, OutboxProperties properties) {
    return new RelayLifecycle(relay, sender, properties.stopTimeout());
  }
}
