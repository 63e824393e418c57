package dev.sagashop.inventory.live;

import dev.sagashop.platform.web.live.Feed;
import dev.sagashop.platform.web.live.StreamProperties;
import dev.sagashop.platform.web.live.Tail;
import dev.sagashop.platform.web.live.TailFeed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which stock changed, and which orders gave stock back. */
@Component
class InventoryNews {

  /** Longer than any change waits between its time and its commit. */
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private final Feed stock;
  private final Feed releases;

  InventoryNews(JdbcClient jdbc, StreamProperties properties) {
    this.stock =
        new TailFeed(
            "stock",
            properties.newsPeriod(),
            tail(RowsByTime.ofStock(jdbc)),
            news -> new ChangedStock(news.subjects(), news.more()));
    this.releases =
        new TailFeed(
            "releases",
            properties.newsPeriod(),
            tail(RowsByTime.ofReleases(jdbc)),
            news -> new ReleasedOrders(news.subjects(), news.more()));
  }

  private static Tail tail(Tail.Rows rows) {
    return new Tail(rows, TimeUnit.MICROSECONDS.convert(WINDOW));
  }

  /**
   * @param more whether there are more than are named
   */
  record ChangedStock(List<Long> products, boolean more) {

    ChangedStock {
      products = List.copyOf(products);
    }
  }

  /**
   * @param more whether there are more than are named
   */
  record ReleasedOrders(List<Long> ids, boolean more) {

    ReleasedOrders {
      ids = List.copyOf(ids);
    }
  }

  Feed stock() {
    return stock;
  }

  Feed releases() {
    return releases;
  }
}
