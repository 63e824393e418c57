package dev.sagashop.platform.web.live;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells all listeners of a process what appears in a table; one look serves them all, and nobody
 * looks while nobody listens. Who subscribes hears of everything that is committed afterwards.
 */
public final class TailFeed implements Feed {

  private final String event;
  private final Tail tail;
  private final Function<Tail.News, Object> data;
  private final Ticker ticker;
  private final Set<Mailbox> listeners = new HashSet<>();

  /**
   * @param event name of the events
   * @param data of an event, written as JSON
   */
  public TailFeed(String event, Duration period, Tail tail, Function<Tail.News, Object> data) {
    this.event = event;
    this.tail = tail;
    this.data = data;
    this.ticker = new Ticker("news-of-" + event, period, this::look);
  }

  @Override
  public Subscription subscribe(Mailbox mailbox) {
    synchronized (listeners) {
      if (listeners.isEmpty()) {
        tail.begin();
      }
      listeners.add(mailbox);
    }
    ticker.join();
    return () -> {
      synchronized (listeners) {
        listeners.remove(mailbox);
      }
      ticker.leave();
    };
  }

  private void look() {
    synchronized (listeners) {
      if (listeners.isEmpty()) {
        return;
      }
      Tail.News news = tail.look();
      if (!news.isEmpty()) {
        Mailbox.Message message = new Mailbox.Message(null, event, data.apply(news));
        listeners.forEach(mailbox -> mailbox.put(message));
      }
    }
  }
}
