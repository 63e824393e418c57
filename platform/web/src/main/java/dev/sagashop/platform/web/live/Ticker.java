package dev.sagashop.platform.web.live;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats something for all listeners of a process together, and rests while there are none. */
public final class Ticker {

  private static final Logger log = LoggerFactory.getLogger(Ticker.class);

  private final String name;
  private final Duration period;
  private final Runnable round;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int listeners;
  private boolean running;
  private boolean hurry;

  /**
   * @param name of the thread, and for the log
   * @param period between the end of a round and the begin of the next one
   */
  public Ticker(String name, Duration period, Runnable round) {
    this.name = name;
    this.period = period;
    this.round = round;
  }

  /** One listener more; the next round begins at once. */
  public void join() {
    lock.lock();
    try {
      listeners++;
      hurry = true;
      changed.signal();
      if (!running) {
        running = true;
        Thread.ofVirtual().name(name).start(this::run);
      }
    } finally {
      lock.unlock();
    }
  }

  public void leave() {
    lock.lock();
    try {
      listeners--;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    boolean fails = false;
    while (isWantedAfterAPause()) {
      try {
        round.run();
        fails = false;
      } catch (RuntimeException e) {
        if (!fails) {
          log.warn("'{}' fails; it goes on trying, without a further word", name, e);
        }
        fails = true;
      }
    }
  }

  private boolean isWantedAfterAPause() {
    lock.lock();
    try {
      long left = period.toNanos();
      while (!hurry && listeners > 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
      hurry = false;
      running = listeners > 0;
      return running;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
      return false;
    } finally {
      lock.unlock();
    }
  }
}
