package dev.sagashop.bench;

import dev.sagashop.bench.checkout.CheckoutBench;
import dev.sagashop.bench.floor.Floor;
import dev.sagashop.bench.measure.Load;
import dev.sagashop.bench.measure.Sizes;
import dev.sagashop.bench.outbox.OutboxBench;
import dev.sagashop.bench.place.Place;
import dev.sagashop.bench.report.Machine;
import dev.sagashop.bench.report.Report;
import dev.sagashop.bench.report.Row;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The programs of the benchmark. Each measures the floor that it is compared with in its own run.
 */
final class Benchmarks {

  private final Floor floor;
  private final CheckoutBench checkout;
  private final OutboxBench outbox;
  private final Clock clock;

  Benchmarks(Place place, Sizes sizes, Clock clock) {
    this.floor = new Floor(place, sizes);
    this.checkout = new CheckoutBench(place, sizes);
    this.outbox = new OutboxBench(place, sizes);
    this.clock = clock;
  }

  /**
   * @throws BenchException if there is no such program
   */
  Report run(String program) {
    Machine machine = Machine.now();
    List<Row> rows =
        switch (program) {
          case "floor" -> rows(floor.sagas(), floor.transactions(), floor.sends());
          case "checkout" -> checkout(floor.sagas(), floor.transactions());
          case "outbox" -> outbox(floor.sends());
          case "all" -> all();
          default ->
              throw new BenchException(
                  "No benchmark '%s'; there are floor, checkout, outbox and all"
                      .formatted(program));
        };
    return new Report(program, clock.instant(), machine, rows);
  }

  private List<Row> checkout(Map<Load, Row> sagas, Map<Load, Row> transactions) {
    List<Row> rows = rows(sagas, transactions);
    rows.addAll(checkout.run(sagas, transactions));
    return rows;
  }

  private List<Row> outbox(Map<Load, Row> sends) {
    List<Row> rows = rows(sends);
    rows.addAll(outbox.run(sends));
    return rows;
  }

  private List<Row> all() {
    List<Row> rows = checkout(floor.sagas(), floor.transactions());
    rows.addAll(outbox(floor.sends()));
    return rows;
  }

  @SafeVarargs
  private static List<Row> rows(Map<Load, Row>... floors) {
    List<Row> rows = new ArrayList<>();
    for (Map<Load, Row> one : floors) {
      Collection<Row> byLoad = one.values();
      rows.addAll(byLoad);
    }
    return rows;
  }
}
