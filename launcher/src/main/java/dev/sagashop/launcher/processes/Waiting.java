package dev.sagashop.launcher.processes;

import dev.sagashop.launcher.ShopException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits that poll and end. */
public final class Waiting {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Waiting() {}

  /** Polls until the condition holds; false when it did not within {@code limit}. */
  public static boolean until(Duration limit, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      if (condition.getAsBoolean()) {
        return true;
      }
      if (System.nanoTime() >= deadline) {
        return false;
      }
      pause(PAUSE);
    }
  }

  public static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShopException("Interrupted while waiting", e);
    }
  }
}
