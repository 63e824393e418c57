package dev.sagashop.bench.outbox;

import dev.sagashop.bench.BenchException;
import dev.sagashop.bench.measure.Latencies;
import dev.sagashop.bench.measure.Load;
import dev.sagashop.bench.measure.Sizes;
import dev.sagashop.bench.place.BorrowedDatabase;
import dev.sagashop.bench.place.BorrowedTopic;
import dev.sagashop.bench.place.Place;
import dev.sagashop.bench.report.Bar;
import dev.sagashop.bench.report.Metric;
import dev.sagashop.bench.report.Ratio;
import dev.sagashop.bench.report.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Drain of a backlog, lag at an even rate, and what a relay without work costs. */
public final class OutboxBench {

  private static final int EVENTS_PER_SECOND = 50;
  private static final int EVENTS_PER_ORDER = 2;
  private static final int EVENTS_PER_TRANSACTION = 100;
  private static final Load WRITERS = new Load(4);
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Place place;
  private final Sizes sizes;

  public OutboxBench(Place place, Sizes sizes) {
    this.place = place;
    this.sizes = sizes;
  }

  /**
   * @param sends the floor by load
   */
  public List<Row> run(Map<Load, Row> sends) {
    try (var database = BorrowedDatabase.create(place);
        var topic = BorrowedTopic.create(place)) {
      try (var service = Service.start(place, database, topic, false)) {
        appendBacklog(service);
      }
      List<Row> rows = new ArrayList<>();
      Reader reader = Reader.of(place, topic);
      try (var service = Service.start(place, database, topic, true)) {
        try (reader) {
          rows.add(drain(reader, sends));
          rows.add(lag(service, reader, sends));
        }
        rows.addAll(idle(service));
      }
      return rows;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted while measuring the outbox", interrupted);
    }
  }

  private void appendBacklog(Service service) {
    var next = new AtomicLong();
    int transactions = Math.ceilDiv(sizes.backlog(), EVENTS_PER_TRANSACTION);
    WRITERS.time(
        transactions,
        () -> {
          long first = next.getAndAdd(EVENTS_PER_TRANSACTION);
          service.appendAll(
              LongStream.range(first, Math.min(first + EVENTS_PER_TRANSACTION, sizes.backlog()))
                  .mapToObj(number -> BenchEvent.of(number, number / EVENTS_PER_ORDER))
                  .toList());
        });
  }

  /** From the first readable event to the last, so that the start of the relay does not count. */
  private Row drain(Reader reader, Map<Load, Row> sends) throws InterruptedException {
    Set<Long> numbers = LongStream.range(0, sizes.backlog()).boxed().collect(Collectors.toSet());
    List<Long> arrivals = reader.await(numbers, LIMIT).values().stream().sorted().toList();
    double seconds = (arrivals.getLast() - arrivals.getFirst()) / 1e9;
    double perSecond = (arrivals.size() - 1) / seconds;
    Load most = Load.ALL.getLast();
    return Row.of(
            "drain",
            "a backlog, two events for each order",
            Map.of(Metric.COUNT, (double) arrivals.size(), Metric.PER_SECOND, perSecond))
        .against(
            Ratio.ofRates(
                "acknowledged send, " + most, perSecond, value(sends, most, Metric.PER_SECOND)))
        .withBars(Bar.atLeast(Metric.PER_SECOND, 1_000));
  }

  private Row lag(Service service, Reader reader, Map<Load, Row> sends)
      throws InterruptedException {
    long count = EVENTS_PER_SECOND * sizes.lagFor().toSeconds();
    Map<Long, Long> committedAt = new HashMap<>();
    long start = System.nanoTime();
    for (long i = 0; i < count; i++) {
      long due = start + i * TimeUnit.SECONDS.toNanos(1) / EVENTS_PER_SECOND;
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
      long number = sizes.backlog() + i;
      committedAt.put(number, service.append(BenchEvent.of(number, number)));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<Long, Long> readableAt = reader.await(committedAt.keySet(), LIMIT);
    List<Long> lags = new ArrayList<>();
    committedAt.forEach(
        (number, committed) -> lags.add(readableAt.getOrDefault(number, 0L) - committed));
    Row row =
        Row.of(
            "lag, commit to readable",
            EVENTS_PER_SECOND + " events/s",
            Latencies.ofNanos(lags),
            count / seconds);
    return row.against(
            Ratio.ofTimes(
                "acknowledged send",
                row.value(Metric.P50),
                value(sends, Load.SEQUENTIAL, Metric.P50)))
        .withBars(Bar.atMost(Metric.P50, 50), Bar.atMost(Metric.P99, 300));
  }

  /** This process has nothing to do but to relay. */
  private List<Row> idle(Service service) throws InterruptedException {
    List<Long> sessions = service.databaseSessions();
    var databaseBefore = CpuTime.of(sessions);
    Duration before = CpuTime.ofThisProcess();
    long start = System.nanoTime();
    TimeUnit.NANOSECONDS.sleep(sizes.idleFor().toNanos());
    double nanos = System.nanoTime() - start;
    Duration own = CpuTime.ofThisProcess().minus(before);
    List<Row> rows = new ArrayList<>();
    rows.add(idleRow("its process", own, nanos).withBars(Bar.below(Metric.CORE_PERCENT, 1)));
    var databaseAfter = CpuTime.of(sessions);
    if (databaseBefore.isPresent() && databaseAfter.isPresent()) {
      Duration database = databaseAfter.get().minus(databaseBefore.get());
      rows.add(idleRow("with its database sessions", own.plus(database), nanos));
    }
    return rows;
  }

  private static Row idleRow(String how, Duration used, double nanos) {
    return Row.of("idle relay", how, Map.of(Metric.CORE_PERCENT, 100 * used.toNanos() / nanos));
  }

  private static double value(Map<Load, Row> floor, Load load, Metric metric) {
    Row row = floor.get(load);
    if (row == null) {
      throw new IllegalArgumentException(
          "no floor at '%s'; there is one at %s".formatted(load, floor.keySet()));
    }
    return row.value(metric);
  }
}
