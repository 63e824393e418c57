package dev.sagashop.order.attention;

import dev.sagashop.platform.web.live.Feed;
import dev.sagashop.platform.web.live.Mailbox;
import dev.sagashop.platform.web.live.Subscription;
import dev.sagashop.platform.web.live.Ticker;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who listen how many sagas need a person; one look serves them all. */
@Component
class SagaNews implements Feed {

  private final SagaInbox inbox;
  private final Ticker ticker;

  /** What each listener was told last. */
  private final Map<Mailbox, Counts> told = new HashMap<>();

  SagaNews(SagaInbox inbox, AttentionProperties properties) {
    this.inbox = inbox;
    this.ticker = new Ticker("saga-news", properties.newsPeriod(), this::look);
  }

  /**
   * @param complete whether everything was looked at
   */
  record Counts(int total, Map<Cause, Long> byCause, boolean complete) {

    Counts {
      byCause = Map.copyOf(byCause);
    }

    static Counts of(Findings findings) {
      return new Counts(findings.items().size(), findings.byCause(), findings.missing().isEmpty());
    }
  }

  private static final Counts NOTHING = new Counts(-1, Map.of(), false);

  @Override
  public Subscription subscribe(Mailbox mailbox) {
    synchronized (told) {
      told.put(mailbox, NOTHING);
    }
    ticker.join();
    return () -> {
      synchronized (told) {
        told.remove(mailbox);
      }
      ticker.leave();
    };
  }

  private void look() {
    Counts now = Counts.of(inbox.look());
    synchronized (told) {
      told.replaceAll(
          (mailbox, before) -> {
            if (!before.equals(now)) {
              mailbox.put(new Mailbox.Message(null, "sagas", now));
            }
            return now;
          });
    }
  }
}
