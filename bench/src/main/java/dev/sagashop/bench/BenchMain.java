package dev.sagashop.bench;

import dev.sagashop.bench.measure.Sizes;
import dev.sagashop.bench.place.Place;
import dev.sagashop.bench.report.Report;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** The program behind {@code ./shop bench}. A missed bar is printed and is no error. */
public final class BenchMain {

  private static final String QUICK = "--quick";

  private BenchMain() {}

  /**
   * @param arguments floor, checkout, outbox or all; and {@code --quick} for a look at the work
   *     only
   */
  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    List<String> programs = words.stream().filter(word -> !word.equals(QUICK)).toList();
    Sizes sizes = words.contains(QUICK) ? Sizes.QUICK : Sizes.FULL;
    try {
      Place place = Place.of(System.getenv());
      Report report =
          new Benchmarks(place, sizes, Clock.systemUTC())
              .run(programs.isEmpty() ? "all" : programs.getFirst());
      System.out.println(report.table());
      System.out.println("Written to " + report.write(place.results()));
    } catch (BenchException problem) {
      System.err.println("bench: " + problem.getMessage());
      System.exit(1);
    }
    // Clients may leave threads behind.
    System.exit(0);
  }
}
