package dev.sagashop.platform.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the relay's thread with the application, and ends it before the connection pool closes.
 */
final class RelayLifecycle implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RelayLifecycle.class);

  /** Lower than web server and listeners: stopped after them, so that their last events leave. */
  private static final int PHASE = 0;

  private final Relay relay;
  private final Sender sender;
  private final Duration stopTimeout;
  private @Nullable Thread thread;

  RelayLifecycle(Relay relay, Sender sender, Duration stopTimeout) {
    this.relay = relay;
    this.sender = sender;
    this.stopTimeout = stopTimeout;
  }

  @Override
  public void start() {
    thread =
        Thread.ofPlatform()
            .name("outbox-relay")
            .daemon(true)
            .uncaughtExceptionHandler(
                (dead, error) ->
                    LOG.error("The outbox relay has died; restart this process", error))
            .start(relay);
  }

  @Override
  public void stop() {
    Thread running = thread;
    if (running == null) {
      return;
    }
    relay.stop();
    try {
      if (!running.join(stopTimeout)) {
        LOG.warn("Sends are still in flight after {}; they are sent again later", stopTimeout);
        sender.abort();
        running.interrupt();
        running.join(stopTimeout);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    sender.close(stopTimeout);
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
