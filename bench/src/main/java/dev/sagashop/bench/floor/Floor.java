package dev.sagashop.bench.floor;

import dev.sagashop.bench.BenchException;
import dev.sagashop.bench.measure.Latencies;
import dev.sagashop.bench.measure.Load;
import dev.sagashop.bench.measure.Sizes;
import dev.sagashop.bench.place.BorrowedDatabase;
import dev.sagashop.bench.place.BorrowedTopic;
import dev.sagashop.bench.place.Place;
import dev.sagashop.bench.report.Row;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures what can be had at best from the parts that the shop stands on. */
public final class Floor {

  /** What is not measured, because a process that has done little is slow. */
  private static final Load WARM_UP = new Load(8);

  private final Place place;
  private final Sizes sizes;

  public Floor(Place place, Sizes sizes) {
    this.place = place;
    this.sizes = sizes;
  }

  /** A saga of the checkout's shape, from its start to its last step, by load. */
  public Map<Load, Row> sagas() {
    try (var floor = new SagaFloor(place)) {
      return measure("no-op saga", sizes.slowSequential(), sizes::slow, floor::run);
    }
  }

  /** One committed transaction that inserts what an order inserts, by load. */
  public Map<Load, Row> transactions() {
    try (var database = BorrowedDatabase.create(place);
        var floor = new TransactionFloor(database)) {
      floor.createTables();
      return measure("transaction", sizes.quick(), sizes::quick, floor::run);
    } catch (SQLException error) {
      throw new BenchException("Cannot create the tables of the floor", error);
    }
  }

  /** One send that the broker acknowledged, by load. */
  public Map<Load, Row> sends() {
    try (var topic = BorrowedTopic.create(place);
        var floor = new SendFloor(place, topic)) {
      return measure("acknowledged send", sizes.quick(), sizes::quick, floor::run);
    }
  }

  private interface Counts {
    int of(Load load);
  }

  private static Map<Load, Row> measure(String what, int warmUp, Counts counts, Load.Work work) {
    WARM_UP.time(warmUp, work);
    Map<Load, Row> rows = new LinkedHashMap<>();
    for (Load load : Load.ALL) {
      Load.Run<Long> run = load.time(counts.of(load), work);
      rows.put(
          load, Row.of(what, load.toString(), Latencies.ofNanos(run.results()), run.perSecond()));
    }
    return rows;
  }
}
