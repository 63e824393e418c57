package dev.sagashop.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the relay has learned and the table does not know yet. It outlives a failed write, because
 * an event that was sent and not marked would be sent again.
 */
final class Marks {

  private static final Logger LOG = LoggerFactory.getLogger(Marks.class);

  private final OutboxTable table;
  private final OutboxMetrics metrics;
  private final Duration maxBackoff;
  private final List<ClaimedEvent> acknowledged = new ArrayList<>();
  private final List<Delivery.Unavailable> unavailable = new ArrayList<>();
  private final List<Delivery.Refused> refused = new ArrayList<>();

  Marks(OutboxTable table, OutboxMetrics metrics, Duration maxBackoff) {
    this.table = table;
    this.metrics = metrics;
    this.maxBackoff = maxBackoff;
  }

  void add(List<Delivery> deliveries) {
    for (Delivery delivery : deliveries) {
      switch (delivery) {
        case Delivery.Acknowledged it -> acknowledged.add(it.event());
        case Delivery.Unavailable it -> unavailable.add(it);
        case Delivery.Refused it -> refused.add(it);
      }
    }
  }

  /** Each kind is forgotten only after it was written, so that a retry does not write it twice. */
  void write() {
    if (!acknowledged.isEmpty()) {
      countFenced(acknowledged.size() - table.markPublished(acknowledged));
      metrics.sent(acknowledged.size());
      acknowledged.clear();
    }
    if (!unavailable.isEmpty()) {
      List<ClaimedEvent> events = unavailable.stream().map(Delivery.Unavailable::event).toList();
      String error = Outage.describe(unavailable.getFirst().cause());
      countFenced(events.size() - table.giveBack(events, error, maxBackoff));
      metrics.unavailable(events.size());
      unavailable.clear();
    }
    while (!refused.isEmpty()) {
      Delivery.Refused first = refused.getFirst();
      String error = Outage.describe(first.cause());
      countFenced(1 - table.markFailed(first.event(), error));
      metrics.refused();
      LOG.error(
          "Event {} of {} can never be sent to {}; later events of {} wait until an operator decides: {}",
          first.event().id(),
          first.event().aggregateKey(),
          first.event().topic(),
          first.event().aggregateKey(),
          error);
      refused.removeFirst();
    }
  }

  private void countFenced(int fenced) {
    if (fenced > 0) {
      metrics.fenced(fenced);
      LOG.warn(
          "{} marks came after the lease of their rows; another relay has sent them or will",
          fenced);
    }
  }
}
