package dev.sagashop.audit.watching;

import dev.sagashop.audit.Audit;
import dev.sagashop.audit.AuditReport;
import dev.sagashop.audit.CheckResult;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The last round as numbers. A check that could not look shows no drift count at all. */
final class Gauges {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, CheckResult> results = new ConcurrentHashMap<>();
  private volatile double lastRun = Double.NaN;

  Gauges() {
    for (String check : Audit.checks()) {
      gauge("sagashop.audit.drift", "Rows that break the law", check, Gauges::drifts);
      gauge("sagashop.audit.rows", "Rows that were judged", check, CheckResult::rows);
      gauge("sagashop.audit.unreadable", "1 if a source could not be read", check, Gauges::blind);
    }
    Gauge.builder("sagashop.audit.last.run.timestamp", () -> lastRun)
        .description("When the last round ended")
        .baseUnit("seconds")
        .register(registry);
  }

  void show(AuditReport report) {
    report.checks().forEach(result -> results.put(result.check(), result));
    lastRun = Instant.now().toEpochMilli() / 1000.0;
  }

  String scrape() {
    return registry.scrape();
  }

  private void gauge(
      String name, String description, String check, ToDoubleFunction<CheckResult> value) {
    Gauge.builder(name, () -> value(results.get(check), value))
        .description(description)
        .tag("check", check)
        .register(registry);
  }

  private static double value(
      @Nullable CheckResult result, ToDoubleFunction<CheckResult> function) {
    return result == null ? Double.NaN : function.applyAsDouble(result);
  }

  private static double drifts(CheckResult result) {
    return result.unreadable() == null ? result.drifts().size() : Double.NaN;
  }

  private static double blind(CheckResult result) {
    return result.unreadable() == null ? 0 : 1;
  }
}
