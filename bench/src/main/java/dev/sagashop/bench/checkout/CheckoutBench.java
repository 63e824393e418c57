package dev.sagashop.bench.checkout;

import dev.sagashop.bench.checkout.Customer.Times;
import dev.sagashop.bench.measure.Latencies;
import dev.sagashop.bench.measure.Load;
import dev.sagashop.bench.measure.Sizes;
import dev.sagashop.bench.place.Place;
import dev.sagashop.bench.report.Metric;
import dev.sagashop.bench.report.Ratio;
import dev.sagashop.bench.report.Row;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;

/** Real orders of registered customers, from the request at the gateway to the payment. */
public final class CheckoutBench {

  /** All customers together look at their orders about this often. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);
  private static final Load WARM_UP = new Load(8);

  private final Place place;
  private final Sizes sizes;

  public CheckoutBench(Place place, Sizes sizes) {
    this.place = place;
    this.sizes = sizes;
  }

  /**
   * @param sagas the floor by load
   * @param transactions the floor by load
   */
  public List<Row> run(Map<Load, Row> sagas, Map<Load, Row> transactions) {
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      Account admin = Account.admin(http, place.gateway());
      List<Account> accounts = new ArrayList<>();
      for (int number = 1; number <= mostCustomers(); number++) {
        accounts.add(Account.customer(http, place.gateway(), number));
      }
      orders(WARM_UP, sizes.slowSequential(), admin, accounts);
      List<Row> answers = new ArrayList<>();
      List<Row> payments = new ArrayList<>();
      for (Load load : Load.ALL) {
        Load.Run<Times> run = orders(load, sizes.slow(load), admin, accounts);
        double transaction = p50(transactions, load);
        answers.add(
            row("POST to answer", load, run, Times::untilAnswer, "transaction", transaction));
        payments.add(
            row(
                "POST to PAID",
                load,
                run,
                Times::untilPaid,
                "(saga + transaction)",
                p50(sagas, load) + transaction));
      }
      answers.addAll(payments);
      return answers;
    }
  }

  private static Load.Run<Times> orders(
      Load load, int count, Account admin, List<Account> accounts) {
    Stock.deliver(admin, count);
    Duration pause = BETWEEN_LOOKS.multipliedBy(load.atOnce());
    Duration bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    var orders = new AtomicInteger();
    return load.run(
        count,
        number -> {
          var customer = new Customer(accounts.get(number), bounded);
          return () -> customer.order(Stock.productOf(orders.getAndIncrement()));
        });
  }

  private static Row row(
      String what,
      Load load,
      Load.Run<Times> run,
      ToLongFunction<Times> nanos,
      String floor,
      double floorMillis) {
    List<Long> all = run.results().stream().map(nanos::applyAsLong).toList();
    Row row = Row.of(what, load.toString(), Latencies.ofNanos(all), run.perSecond());
    return row.against(Ratio.ofTimes(floor, row.value(Metric.P50), floorMillis));
  }

  private static double p50(Map<Load, Row> floor, Load load) {
    Row row = floor.get(load);
    if (row == null) {
      throw new IllegalArgumentException(
          "no floor at '%s'; there is one at %s".formatted(load, floor.keySet()));
    }
    return row.value(Metric.P50);
  }

  private static int mostCustomers() {
    return Load.ALL.stream().mapToInt(Load::atOnce).max().orElseThrow();
  }
}
