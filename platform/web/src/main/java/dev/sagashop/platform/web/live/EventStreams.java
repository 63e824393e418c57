package dev.sagashop.platform.web.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-sent events. Each stream lives on the thread of its request, which is a virtual one and
 * costs little while it waits; so a slow client holds up nobody but itself.
 */
public class EventStreams implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(EventStreams.class);

  /** How long a browser waits before it comes back. */
  private static final String RETRY = "retry: 2000\n\n";

  private static final String HEARTBEAT = ": nothing new\n\n";

  private final JsonMapper json;
  private final StreamProperties properties;
  private final Semaphore places;
  private final Set<Mailbox> open = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  EventStreams(JsonMapper json, StreamProperties properties) {
    this.json = json;
    this.properties = properties;
    this.places = new Semaphore(properties.mostStreams());
  }

  /**
   * Answers with a stream, and returns when it ends: after its lifetime, when the client goes away,
   * or when the process does.
   *
   * @param feeds whose events the stream tells
   */
  public void serve(HttpServletResponse response, Feed... feeds) {
    if (!running || !places.tryAcquire()) {
      response.setIntHeader(HttpHeaders.RETRY_AFTER, TooManyStreams.RETRY_AFTER_SECONDS);
      throw new TooManyStreams(properties.mostStreams());
    }
    try {
      withMailbox(
          mailbox -> {
            try (Subscription _ = all(feeds, mailbox)) {
              write(response, mailbox);
            }
          });
    } finally {
      places.release();
    }
  }

  private static Subscription all(Feed[] feeds, Mailbox mailbox) {
    Deque<Subscription> opened = new ArrayDeque<>();
    Subscription all = () -> opened.forEach(Subscription::close);
    try {
      for (Feed feed : feeds) {
        opened.push(feed.subscribe(mailbox));
      }
    } catch (RuntimeException e) {
      all.close();
      throw e;
    }
    return all;
  }

  /** How many more streams could be served now. */
  public int freePlaces() {
    return places.availablePermits();
  }

  /** Takes messages out of a mailbox. */
  @FunctionalInterface
  public interface Reading {
    void read(Mailbox mailbox) throws InterruptedException, IOException;
  }

  /** Lends a mailbox that is closed when the process is to end. */
  public void withMailbox(Reading reading) {
    Mailbox mailbox = new Mailbox();
    open.add(mailbox);
    try {
      if (!running) {
        mailbox.close();
      }
      reading.read(mailbox);
    } catch (IOException e) {
      log.debug("A client went away: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(mailbox);
    }
  }

  private void write(HttpServletResponse response, Mailbox mailbox)
      throws IOException, InterruptedException {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-transform");
    // For proxies that would collect the answer before they pass it on.
    response.setHeader("X-Accel-Buffering", "no");
    OutputStream out = response.getOutputStream();
    send(out, RETRY);
    long end = System.nanoTime() + properties.lifetime().toNanos();
    while (!mailbox.isClosed()) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (!left.isPositive()) {
        return;
      }
      Mailbox.Message message =
          mailbox.next(left.compareTo(properties.heartbeat()) < 0 ? left : properties.heartbeat());
      if (!mailbox.isClosed()) {
        send(out, message == null ? HEARTBEAT : text(message));
      }
    }
  }

  private String text(Mailbox.Message message) {
    StringBuilder text = new StringBuilder();
    line(text, "id", message.id());
    line(text, "event", message.name());
    line(text, "data", json.writeValueAsString(message.data()));
    return text.append('\n').toString();
  }

  private static void line(StringBuilder text, String field, @Nullable String value) {
    if (value != null) {
      text.append(field).append(": ").append(value).append('\n');
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void start() {
    running = true;
  }

  /** Streams would hold up the server, which waits for the requests that it answers. */
  @Override
  public void stop() {
    running = false;
    open.forEach(Mailbox::close);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stopped before the web server begins to wait for its requests. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE;
  }
}
