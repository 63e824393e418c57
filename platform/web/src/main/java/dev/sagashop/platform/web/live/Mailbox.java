package dev.sagashop.platform.web.live;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one listener has not read yet. One that does not keep up loses its mailbox, not messages: it
 * comes back and says what it has seen.
 */
public final class Mailbox {

  static final int CAPACITY = 1000;

  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>(CAPACITY);
  private volatile boolean closed;

  /**
   * @param id by which a client resumes; null if it cannot
   * @param name of the event
   * @param data written as JSON
   */
  public record Message(@Nullable String id, String name, Object data) {}

  /** Wakes a reader that waits for nothing but the end. */
  private static final Message END = new Message(null, "end", "");

  public void put(Message message) {
    if (!messages.offer(message)) {
      close();
    }
  }

  /** Nothing comes any more; what has not been read is lost. */
  void close() {
    closed = true;
    messages.clear();
    messages.offer(END);
  }

  public boolean isClosed() {
    return closed;
  }

  /** The next message, or null if none comes in time or the mailbox is closed. */
  public @Nullable Message next(Duration patience) throws InterruptedException {
    Message message = messages.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    return closed ? null : message;
  }
}
