package dev.sagashop.bench.measure;

import dev.sagashop.bench.BenchException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A number of callers, each of whom begins the next thing when the last one is done.
 *
 * @param atOnce callers
 */
public record Load(int atOnce) {

  public static final Load SEQUENTIAL = new Load(1);

  /** Those at which everything is measured. */
  public static final List<Load> ALL = List.of(SEQUENTIAL, new Load(8), new Load(32));

  public Load {
    if (atOnce < 1) {
      throw new IllegalArgumentException("%d callers; expected at least one".formatted(atOnce));
    }
  }

  /** What came out, and how long all of it took. */
  public record Run<T>(List<T> results, Duration took) {

    public Run {
      results = List.copyOf(results);
    }

    public double perSecond() {
      return results.size() / (took.toNanos() / 1e9);
    }
  }

  /** Something that is measured from its call to its return. */
  public interface Work {
    void run() throws Exception;
  }

  /** Does the work so many times, and gives how many nanoseconds each took. */
  public Run<Long> time(int count, Work work) {
    return run(
        count,
        caller ->
            () -> {
              long start = System.nanoTime();
              work.run();
              return System.nanoTime() - start;
            });
  }

  /**
   * Does so many things, and gives what each returned.
   *
   * @param callers what one caller does again and again, by its number from 0
   */
  public <T> Run<T> run(int count, IntFunction<Callable<T>> callers) {
    var left = new AtomicInteger(count);
    var running = new ArrayList<Future<List<T>>>();
    var results = new ArrayList<T>();
    long start = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(atOnce)) {
      for (int number = 0; number < atOnce; number++) {
        Callable<T> caller = callers.apply(number);
        running.add(pool.submit(() -> repeat(caller, left)));
      }
      for (Future<List<T>> one : running) {
        results.addAll(one.get());
      }
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      throw cause instanceof BenchException known
          ? known
          : new BenchException("The measured work failed: " + cause, cause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted while measuring", interrupted);
    }
    return new Run<>(results, Duration.ofNanos(System.nanoTime() - start));
  }

  /** One caller's failure leaves nothing to do for the others. */
  private static <T> List<T> repeat(Callable<T> caller, AtomicInteger left) throws Exception {
    var results = new ArrayList<T>();
    try {
      while (left.getAndDecrement() > 0) {
        results.add(caller.call());
      }
    } catch (Exception failure) {
      left.set(0);
      throw failure;
    }
    return results;
  }

  @Override
  public String toString() {
    return atOnce == 1 ? "one after another" : atOnce + " at once";
  }
}
