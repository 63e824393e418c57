package dev.sagashop.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * What an operator sees of the outbox. The relay refreshes the gauges; a scrape asks no database.
 */
final class OutboxMetrics {

  private final Counter sends;
  private final Counter refused;
  private final Counter unavailable;
  private final Counter fencedMarks;

  private volatile OutboxTable.Backlog backlog = new OutboxTable.Backlog(0, 0, 0, 0);
  private volatile long published;
  private volatile long readAt = System.nanoTime();

  OutboxMetrics(MeterRegistry registry) {
    sends =
        Counter.builder("outbox.sends")
            .description("Events that the broker has acknowledged")
            .register(registry);
    refused = failures(registry, "refused");
    unavailable = failures(registry, "unavailable");
    fencedMarks =
        Counter.builder("outbox.fenced.marks")
            .description("Marks that came after another relay had taken the row over")
            .register(registry);
    TimeGauge.builder("outbox.lag", this, TimeUnit.SECONDS, OutboxMetrics::lagSeconds)
        .description("Age of the oldest event that is not published")
        .register(registry);
    rows(registry, "PENDING", metrics -> metrics.backlog.pending());
    rows(registry, "IN_PROGRESS", metrics -> metrics.backlog.inProgress());
    rows(registry, "FAILED", metrics -> metrics.backlog.failed());
    rows(registry, "PUBLISHED", metrics -> metrics.published);
  }

  private static Counter failures(MeterRegistry registry, String kind) {
    return Counter.builder("outbox.failures")
        .description("Sends without acknowledgement: refused for good, or broker unavailable")
        .tag("kind", kind)
        .register(registry);
  }

  private void rows(MeterRegistry registry, String status, ToLongFunction<OutboxMetrics> count) {
    Gauge.builder("outbox.rows", this, metrics -> (double) count.applyAsLong(metrics))
        .description("Rows of the outbox")
        .tag("status", status)
        .register(registry);
  }

  /** Grows between the refreshes too, so that a relay that hangs shows. */
  private double lagSeconds() {
    double lag = backlog.lagSeconds();
    return lag == 0 ? 0 : lag + (System.nanoTime() - readAt) / 1e9;
  }

  void refreshed(OutboxTable.Backlog backlog) {
    this.backlog = backlog;
    this.readAt = System.nanoTime();
  }

  void publishedRows(long count) {
    published = count;
  }

  void sent(int count) {
    sends.increment(count);
  }

  void unavailable(int count) {
    unavailable.increment(count);
  }

  void refused() {
    refused.increment();
  }

  void fenced(int count) {
    fencedMarks.increment(count);
  }
}
