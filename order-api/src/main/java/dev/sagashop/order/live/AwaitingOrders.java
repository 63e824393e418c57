package dev.sagashop.order.live;

import dev.sagashop.activities.OrderId;
import dev.sagashop.order.book.OrderStatus;
import dev.sagashop.platform.web.live.EventStreams;
import dev.sagashop.platform.web.live.Mailbox;
import dev.sagashop.platform.web.live.Subscription;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Waits for the end of a checkout, with the one look that serves all who listen. */
@Component
public class AwaitingOrders {

  private final OrderFeed feed;
  private final EventStreams streams;

  AwaitingOrders(OrderFeed feed, EventStreams streams) {
    this.feed = feed;
    this.streams = streams;
  }

  /** Returns when the order is decided, or the time is up, or the process is to end. */
  public void untilDecided(OrderId orderId, Duration atMost) {
    streams.withMailbox(
        mailbox -> {
          try (Subscription _ = feed.subscribe(orderId.value(), 0, mailbox)) {
            long end = System.nanoTime() + atMost.toNanos();
            while (!mailbox.isClosed()) {
              Mailbox.Message message =
                  mailbox.next(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
              if (message == null || isDecided(message)) {
                return;
              }
            }
          }
        });
  }

  private static boolean isDecided(Mailbox.Message message) {
    return message.data() instanceof OrderFeed.OrderEvent event
        && OrderStatus.valueOf(event.status()).isDecided();
  }
}
