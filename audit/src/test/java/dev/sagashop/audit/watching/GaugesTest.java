package dev.sagashop.audit.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.audit.AuditReport;
import dev.sagashop.audit.CheckResult;
import dev.sagashop.audit.checks.Drift;
import java.util.List;
import org.junit.jupiter.api.Test;

class GaugesTest {

  private final Gauges gauges = new Gauges();

  @Test
  void showsWhatTheLastRoundFound() {
    gauges.show(
        new AuditReport(
            List.of(
                new CheckResult(
                    "stock-on-hand",
                    6,
                    0,
                    List.of(new Drift("SKU-001", "on hand 6", "on hand 7")),
                    null))));

    assertThat(gauges.scrape())
        .contains("sagashop_audit_drift{check=\"stock-on-hand\"} 1.0")
        .contains("sagashop_audit_rows{check=\"stock-on-hand\"} 6.0")
        .contains("sagashop_audit_unreadable{check=\"stock-on-hand\"} 0.0")
        .containsPattern("sagashop_audit_last_run_timestamp_seconds \\d");
  }

  @Test
  void neverShowsACheckThatCouldNotLookAsClean() {
    gauges.show(
        new AuditReport(
            List.of(new CheckResult("order-money", 0, 0, List.of(), "order_db: gone"))));

    assertThat(gauges.scrape())
        .contains("sagashop_audit_drift{check=\"order-money\"} NaN")
        .contains("sagashop_audit_unreadable{check=\"order-money\"} 1.0")
        .contains("sagashop_audit_drift{check=\"stock-on-hand\"} NaN");
  }
}
