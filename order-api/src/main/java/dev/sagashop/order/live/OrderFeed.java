package dev.sagashop.order.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sagashop.order.reading.TimelineEntry;
import dev.sagashop.order.reading.Timelines;
import dev.sagashop.platform.web.live.Mailbox;
import dev.sagashop.platform.web.live.Subscription;
import dev.sagashop.platform.web.live.Ticker;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Brings new entries of timelines to whom they concern. One statement serves all listeners of this
 * process. Each remembers the last entry that it got, because entries of different orders may be
 * committed in another order than that of their ids.
 */
@Component
class OrderFeed {

  private final Timelines timelines;
  private final Ticker ticker;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

  OrderFeed(Timelines timelines, LiveProperties properties) {
    this.timelines = timelines;
    this.ticker = new Ticker("order-feed", properties.pollPeriod(), this::look);
  }

  /**
   * @param status of the order after the entry
   */
  record OrderEvent(@JsonUnwrapped TimelineEntry entry, String status) {

    static OrderEvent of(TimelineEntry entry) {
      return new OrderEvent(entry, entry.toStatus());
    }
  }

  private static final class Listener {
    private final long orderId;
    private final Mailbox mailbox;

    /** Touched by the feed's thread only. */
    private long seen;

    Listener(long orderId, long seen, Mailbox mailbox) {
      this.orderId = orderId;
      this.seen = seen;
      this.mailbox = mailbox;
    }

    void take(TimelineEntry entry) {
      if (entry.id() > seen) {
        seen = entry.id();
        mailbox.put(
            new Mailbox.Message(Long.toString(entry.id()), "timeline", OrderEvent.of(entry)));
      }
    }
  }

  /**
   * Fills the mailbox with all entries of the order after the given one, those that are there and
   * those that come, until the subscription is closed.
   */
  Subscription subscribe(long orderId, long seen, Mailbox mailbox) {
    Listener listener = new Listener(orderId, seen, mailbox);
    listeners.add(listener);
    ticker.join();
    return () -> {
      listeners.remove(listener);
      ticker.leave();
    };
  }

  private void look() {
    Set<Listener> now = Set.copyOf(listeners);
    if (now.isEmpty()) {
      return;
    }
    Map<Long, Long> seen = new HashMap<>();
    now.forEach(listener -> seen.merge(listener.orderId, listener.seen, Math::min));
    for (Timelines.Happening happening : timelines.after(seen)) {
      for (Listener listener : now) {
        if (listener.orderId == happening.orderId()) {
          listener.take(happening.entry());
        }
      }
    }
  }
}
