package dev.sagashop.platform.temporal;

import io.grpc.StatusRuntimeException;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the workers as soon as the server is there, while the application already serves, and
 * stops them before anything that an activity may be using.
 */
final class WorkersLifecycle implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(WorkersLifecycle.class);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** Enough for an activity in the middle of a transaction; what is longer is retried elsewhere. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  /** Interrupted activities get this long to notice. */
  private static final Duration INTERRUPT_TIMEOUT = Duration.ofSeconds(2);

  private final WorkerFactory factory;
  private final TemporalProbe probe;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile boolean running;

  WorkersLifecycle(WorkerFactory factory, TemporalProbe probe) {
    this.factory = factory;
    this.probe = probe;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("temporal-workers-start").start(this::startWhenReachable);
  }

  private void startWhenReachable() {
    Duration pause = FIRST_PAUSE;
    boolean warned = false;
    try {
      while (!isStopping()) {
        @Nullable StatusRuntimeException outage = tryToStart();
        if (outage == null) {
          return;
        }
        if (!warned) {
          warned = true;
          log.warn(
              "Temporal at {} does not serve namespace '{}' ({}); the workers start as soon as it"
                  + " does",
              probe.target(),
              probe.namespace(),
              outage.getStatus());
        }
        if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The probe first: the factory holds its lock while it connects, and a stop would wait for it.
   */
  private @Nullable StatusRuntimeException tryToStart() {
    try {
      probe.ask();
      if (!isStopping()) {
        factory.start();
        log.info(
            "The workers poll Temporal at {}, namespace '{}'", probe.target(), probe.namespace());
      }
      return null;
    } catch (StatusRuntimeException e) {
      return e;
    } catch (IllegalStateException e) {
      if (isStopping()) {
        log.debug("Stopped before the workers started", e);
        return null;
      }
      throw e;
    }
  }

  @Override
  public void stop() {
    stopping.countDown();
    factory.shutdown();
    if (factory.isStarted()) {
      factory.awaitTermination(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      if (!factory.isTerminated()) {
        log.warn(
            "Activities still run {} s after the stop began; interrupting them, Temporal retries"
                + " them elsewhere",
            STOP_TIMEOUT.toSeconds());
        factory.shutdownNow();
        factory.awaitTermination(INTERRUPT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** A factory cannot start twice. */
  @Override
  public boolean isPauseable() {
    return false;
  }

  /** After the web server started, and before it stops; pools close later than any lifecycle. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 512;
  }

  boolean isPolling() {
    return factory.isStarted() && !factory.isShutdown();
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }
}
