package dev.sagashop.platform.outbox.proof;

import dev.sagashop.launcher.processes.Waiting;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Facts that go on and on, with a transaction in seven taken back, until it is closed. */
final class Load implements AutoCloseable {

  private static final int AGGREGATES = 30;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Ledger ledger;
  private final AtomicInteger committed = new AtomicInteger();
  private final CompletableFuture<Void> work;
  private volatile boolean stopped;

  Load(Ledger ledger) {
    this.ledger = ledger;
    this.work = CompletableFuture.runAsync(this::run, task -> Thread.ofPlatform().start(task));
  }

  private void run() {
    for (int i = 0; !stopped; i++) {
      String aggregate = "load-" + i % AGGREGATES;
      if (i % 7 == 3) {
        ledger.rollBack(aggregate);
      } else {
        ledger.commit(aggregate, 1);
        committed.incrementAndGet();
      }
      Waiting.pause(PAUSE);
    }
  }

  int committed() {
    return committed.get();
  }

  /** Fails if a commit failed. */
  @Override
  public void close() {
    stopped = true;
    work.orTimeout(Stage.LIMIT.toSeconds(), TimeUnit.SECONDS).join();
  }
}
