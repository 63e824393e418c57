package dev.sagashop.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.sagashop.audit.Audit;
import dev.sagashop.audit.AuditReport;
import dev.sagashop.audit.sources.AuditSources;
import java.time.Duration;
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
    return AuditSources.from(
        Map.of(
            "INVENTORY_DB_URL", pool.getJdbcUrl(),
            "DB_USERNAME", pool.getUsername(),
            "DB_PASSWORD", pool.getPassword()));
  }
}
