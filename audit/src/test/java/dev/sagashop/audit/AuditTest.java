package dev.sagashop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.audit.sources.AuditSources;
import dev.sagashop.audit.sources.Database;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A shop in which everything agrees, and sources that do not answer. */
class AuditTest {
  private static final String NOBODY = "127.0.0.1:1";

  @Test
  void findsNothingWhereEverythingAgrees() {
    try (Scene scene = Scene.clean()) {
      AuditReport report = scene.audit();

      assertThat(report.exitCode()).as(report.text()).isEqualTo(AuditReport.CLEAN);
      assertThat(report.checks()).extracting(CheckResult::check).isEqualTo(Audit.checks());
      assertThat(rows(report, "provider-refunds")).isEqualTo(4);
      assertThat(rows(report, "order-money")).isEqualTo(9);
      assertThat(report.json()).contains("\"exitCode\":0");
    }
  }

  @Test
  void skipsAndCountsOrdersOfWhichTheTopicsHaveForgottenTheBeginning() {
    try (Scene scene = Scene.clean()) {
      AuditReport report = scene.audit("events-fold");

      assertThat(report.checks().getFirst().skipped()).isEqualTo(1);
      assertThat(report.text()).contains("1 skipped");
    }
  }

  @Test
  void leavesAloneWhatHasJustChanged() {
    try (Scene scene = Scene.clean()) {
      scene.spoil(Database.ORDER, "update orders set total_amount = 21 where id = 1");

      AuditReport report = Scene.audit(scene.sources(), Duration.ofHours(1), "order-money");

      assertThat(report.exitCode()).as(report.text()).isEqualTo(AuditReport.CLEAN);
      assertThat(rows(report, "order-money")).isZero();
    }
  }

  @Test
  void tellsThatADatabaseCouldNotBeRead() {
    try (Scene scene = Scene.clean()) {
      AuditReport report =
          audit(
              scene.with("ORDER_DB_URL", "jdbc:postgresql://%s/order_db".formatted(NOBODY)),
              "stock-on-hand",
              "order-money");

      assertUnreadable(report, "order-money", "order_db");
      assertThat(report.checks().getFirst().isClean()).isTrue();
    }
  }

  @Test
  void tellsThatTheProviderCouldNotBeRead() {
    try (Scene scene = Scene.clean()) {
      assertUnreadable(
          audit(scene.with("PROVIDER_URL", "http://" + NOBODY), "provider-charges"),
          "provider-charges",
          "provider");
    }
  }

  @Test
  void tellsThatTemporalCouldNotBeRead() {
    try (Scene scene = Scene.clean()) {
      assertUnreadable(
          audit(scene.with("TEMPORAL_ADDRESS", NOBODY), "order-owned"), "order-owned", "temporal");
    }
  }

  @Test
  void tellsThatANamespaceIsMissingRatherThanEveryWorkflow() {
    try (Scene scene = Scene.clean()) {
      assertUnreadable(
          audit(scene.with("TEMPORAL_NAMESPACE", "nowhere"), "order-owned"),
          "order-owned",
          "namespace nowhere");
    }
  }

  @Test
  void tellsThatKafkaCouldNotBeRead() {
    try (Scene scene = Scene.clean()) {
      assertUnreadable(
          audit(scene.with("KAFKA_BOOTSTRAP_SERVERS", NOBODY), "events-fold"),
          "events-fold",
          "kafka");
    }
  }

  private static AuditReport audit(AuditSources sources, String... checks) {
    return Scene.audit(sources, Duration.ZERO, checks);
  }

  private static void assertUnreadable(AuditReport report, String check, String source) {
    assertThat(report.exitCode()).as(report.text()).isEqualTo(AuditReport.UNREADABLE);
    assertThat(report.text()).contains("COULD NOT BE READ for " + check, source);
  }

  private static long rows(AuditReport report, String check) {
    return report.checks().stream()
        .filter(result -> result.check().equals(check))
        .findFirst()
        .orElseThrow()
        .rows();
  }
}
