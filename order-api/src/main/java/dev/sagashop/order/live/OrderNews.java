package dev.sagashop.order.live;

import dev.sagashop.order.reading.Timelines;
import dev.sagashop.platform.web.live.Feed;
import dev.sagashop.platform.web.live.Mailbox;
import dev.sagashop.platform.web.live.StreamProperties;
import dev.sagashop.platform.web.live.Subscription;
import dev.sagashop.platform.web.live.Tail;
import dev.sagashop.platform.web.live.TailFeed;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the staff which orders something happened to; what it was stands in their timelines. */
@Component
public class OrderNews implements Feed {

  /** Entries that may be under way to their commit at the same time. */
  private static final int WINDOW = 1000;

  private final TailFeed feed;

  OrderNews(Timelines timelines, StreamProperties properties) {
    this.feed =
        new TailFeed(
            "orders",
            properties.newsPeriod(),
            new Tail(timelines, WINDOW),
            news -> new ChangedOrders(news.subjects(), news.more()));
  }

  /**
   * @param more whether there are more than are named
   */
  record ChangedOrders(List<Long> ids, boolean more) {

    ChangedOrders {
      ids = List.copyOf(ids);
    }
  }

  @Override
  public Subscription subscribe(Mailbox mailbox) {
    return feed.subscribe(mailbox);
  }
}
