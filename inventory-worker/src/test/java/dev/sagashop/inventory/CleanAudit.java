package dev.sagashop.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.sagashop.audit.Audit;
import dev.sagashop.audit.AuditReport;
import dev.sagashop.audit.sources.AuditSources;
import dev.sagashop.audit.sources.Database;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Whatever a test did: the stock agrees with its movements and reservations. */
final class CleanAudit implements AfterEachCallback {

  @Override
  public void afterEach(ExtensionContext context) {
    HikariDataSource pool =
        SpringExtension.getApplicationContext(context).getBean(HikariDataSource.class);
    try (Audit audit = new Audit(sources(pool), Duration.ZERO)) {
      AuditReport report = audit.run(Set.of("stock-on-hand", "stock-reserved", "stock-of-orders"));
      assertThat(report.exitCode()).as(report.text()).isEqualTo(AuditReport.CLEAN);
    }
  }

  /** The other sources are not looked at. */
  private static AuditSources sources(HikariDataSource pool) {
    Map<Database, String> databases = new EnumMap<>(Database.class);
    for (Database database : Database.values()) {
      databases.put(database, pool.getJdbcUrl());
    }
    return new AuditSources(
        databases,
        pool.getUsername(),
        pool.getPassword(),
        "not-looked-at:9092",
        "not-looked-at:7233",
        "shop",
        URI.create("http://not-looked-at"));
  }
}
