package dev.sagashop.bench.measure;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param slow sagas and orders, for each caller of a load
 * @param slowSequential the same for a single caller
 * @param quick transactions and sends, for each caller of a load
 * @param lagFor how long events are appended at an even rate
 * @param backlog events that wait when the relay starts
 * @param idleFor how long a relay without work is watched
 */
public record Sizes(
    int slow, int slowSequential, int quick, Duration lagFor, int backlog, Duration idleFor) {

  public static final Sizes FULL =
      new Sizes(30, 100, 300, Duration.ofSeconds(30), 20_000, Duration.ofSeconds(30));

  /** Seconds; shows that everything works, and little about speed. */
  public static final Sizes QUICK =
      new Sizes(2, 5, 5, Duration.ofSeconds(2), 500, Duration.ofSeconds(2));

  public Sizes {
    if (lagFor.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "the lag is measured for %s; expected at least a second".formatted(lagFor));
    }
  }

  public int slow(Load load) {
    return load.equals(Load.SEQUENTIAL) ? slowSequential : slow * load.atOnce();
  }

  public int quick(Load load) {
    return quick * load.atOnce();
  }
}
