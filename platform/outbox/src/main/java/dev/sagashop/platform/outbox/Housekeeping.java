package dev.sagashop.platform.outbox;

import java.time.Duration;

/** What the relay does beside sending, each at a rate of its own. */
final class Housekeeping {

  private static final Duration REAP_INTERVAL = Duration.ofSeconds(1);
  private static final Duration PURGE_INTERVAL = Duration.ofMinutes(1);
  private static final int PURGE_LIMIT = 5_000;

  private final OutboxTable table;
  private final OutboxMetrics metrics;
  private final OutboxProperties properties;
  private final Every reap = new Every(REAP_INTERVAL);
  private final Every gauges;
  private final Every purge = new Every(PURGE_INTERVAL);

  Housekeeping(OutboxTable table, OutboxMetrics metrics, OutboxProperties properties) {
    this.table = table;
    this.metrics = metrics;
    this.properties = properties;
    this.gauges = new Every(properties.gaugeInterval());
  }

  void run() {
    if (reap.isDue()) {
      table.returnExpiredLeases(properties.lease());
    }
    if (gauges.isDue()) {
      metrics.refreshed(table.backlog());
    }
    // One limited delete a minute keeps pace with 80 events a second and never holds up the sends.
    if (purge.isDue()) {
      table.purge(properties.retention(), PURGE_LIMIT);
      metrics.publishedRows(table.countPublished());
    }
  }

  private static final class Every {

    private final long interval;
    private long next = System.nanoTime();

    Every(Duration interval) {
      this.interval = interval.toNanos();
    }

    boolean isDue() {
      long now = System.nanoTime();
      if (now - next < 0) {
        return false;
      }
      next = now + interval;
      return true;
    }
  }
}
