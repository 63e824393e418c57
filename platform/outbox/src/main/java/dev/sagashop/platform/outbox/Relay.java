package dev.sagashop.platform.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that moves events from the table to Kafka: claim, send, mark, again. Any number of
 * relays may run on one table, and each may die at any line: a row that is claimed and not marked
 * is claimed again after its lease, so an event may arrive twice, but is never lost.
 */
final class Relay implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

  private final String owner;
  private final OutboxTable table;
  private final Sender sender;
  private final Marks marks;
  private final TopicSetup topics;
  private final Housekeeping housekeeping;
  private final OutboxProperties properties;
  private final Outage kafka;
  private final Outage database;
  private final Semaphore wakeUps = new Semaphore(0);
  private final CountDownLatch stopped = new CountDownLatch(1);

  Relay(
      String owner,
      OutboxTable table,
      Sender sender,
      TopicSetup topics,
      OutboxMetrics metrics,
      OutboxProperties properties) {
    this.owner = owner;
    this.table = table;
    this.sender = sender;
    this.topics = topics;
    this.properties = properties;
    this.marks = new Marks(table, metrics, properties.maxBackoff());
    this.housekeeping = new Housekeeping(table, metrics, properties);
    this.kafka = new Outage("Kafka", properties.maxBackoff());
    this.database = new Outage("The database of the outbox", properties.maxBackoff());
  }

  /** Called after each commit that appended an event. */
  void wake() {
    if (wakeUps.availablePermits() == 0) {
      wakeUps.release();
    }
  }

  void stop() {
    stopped.countDown();
    wake();
  }

  @Override
  public void run() {
    try {
      while (!isStopped()) {
        pause(nextRound());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Returns how long to pause before the next round; null if a wake-up may end the pause. */
  private @Nullable Duration nextRound() throws InterruptedException {
    Duration pause;
    try {
      housekeeping.run();
      pause = round();
    } catch (ExecutionException | KafkaException error) {
      return kafka.failed(error.getCause() == null ? error : error.getCause());
    } catch (RuntimeException error) {
      return database.failed(error);
    }
    database.succeeded();
    return pause;
  }

  private @Nullable Duration round() throws ExecutionException, InterruptedException {
    marks.write();
    topics.ensure();
    // While the broker is away one row at a time finds out whether it is back.
    int limit = kafka.isOpen() ? 1 : properties.batchSize();
    long deadline = System.nanoTime() + properties.lease().toNanos();
    List<ClaimedEvent> events =
        table.claim(owner, limit, properties.lease(), properties.maxBackoff());
    if (events.isEmpty()) {
      return kafka.isOpen() ? properties.pollInterval() : null;
    }
    List<Delivery> deliveries = sender.send(events, deadline);
    marks.add(deliveries);
    marks.write();
    return judge(deliveries);
  }

  /** An answer for any event, good or bad, shows that the broker is there. */
  private Duration judge(List<Delivery> deliveries) {
    for (Delivery delivery : deliveries) {
      if (!(delivery instanceof Delivery.Unavailable)) {
        kafka.succeeded();
        return Duration.ZERO;
      }
    }
    return deliveries.getFirst() instanceof Delivery.Unavailable first
        ? kafka.failed(first.cause())
        : Duration.ZERO;
  }

  private void pause(@Nullable Duration pause) throws InterruptedException {
    if (pause == null) {
      if (wakeUps.tryAcquire(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
        wakeUps.drainPermits();
      }
    } else if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.debug("Relay {} stops", owner);
    }
  }
}
