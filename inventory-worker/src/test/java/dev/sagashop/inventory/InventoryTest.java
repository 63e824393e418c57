package dev.sagashop.inventory;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.platform.outbox.Inbox;
import dev.sagashop.platform.temporal.RunningWorkflows;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

/** The use cases on a real database, without the web, the broker and the sagas around them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringJUnitConfig(InventoryTest.UseCases.class)
@ExtendWith(CleanAudit.class)
public @interface InventoryTest {

  @TestConfiguration(proxyBeanMethods = false)
  @EnableTransactionManagement(proxyTargetClass = true)
  @ComponentScan(
      basePackages = {
        "dev.sagashop.inventory.stock",
        "dev.sagashop.inventory.reservation",
        "dev.sagashop.inventory.release"
      },
      excludeFilters = {
        @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestController.class),
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Listener|Test)")
      })
  class UseCases {

    @Bean
    HikariDataSource dataSource() {
      var pool = new HikariConfig();
      var database = TestParts.postgres().createDatabase("inventory");
      pool.setJdbcUrl(database.jdbcUrl());
      pool.setUsername(database.username());
      pool.setPassword(database.password());
      var dataSource = new HikariDataSource(pool);
      Flyway.configure().dataSource(dataSource).load().migrate();
      return dataSource;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
      return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
      return JdbcClient.create(dataSource);
    }

    @Bean
    Books books(JdbcClient jdbc, PlatformTransactionManager transactions) {
      return new Books(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    RunningWorkflows runningWorkflows() {
      return _ -> false;
    }

    @Bean
    RecordedEvents outbox() {
      return new RecordedEvents();
    }

    @Bean
    Inbox inbox() {
      Set<String> seen = ConcurrentHashMap.newKeySet();
      return (group, eventId) -> seen.add(group + " " + eventId);
    }

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }
}
