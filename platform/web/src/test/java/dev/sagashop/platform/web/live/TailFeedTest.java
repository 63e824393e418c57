package dev.sagashop.platform.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TailFeedTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Table table = new Table();
  private final TailFeed feed =
      new TailFeed("news", Duration.ofMillis(5), new Tail(table, 10), news -> news);
  private final Mailbox one = new Mailbox();
  private final Mailbox other = new Mailbox();

  @Test
  void tellsAllWhoListenWhatAppears() throws InterruptedException {
    table.commit(1, 100);
    try (Subscription _ = feed.subscribe(one);
        Subscription _ = feed.subscribe(other)) {
      table.commit(2, 200);

      assertThat(next(one)).contains("[200]");
      assertThat(next(other)).contains("[200]");
    }
  }

  @Test
  void doesNotLookWhileNobodyListensAndTellsNobodyOfThatTime() throws InterruptedException {
    feed.subscribe(one).close();
    table.commit(1, 100);
    try (Subscription _ = feed.subscribe(other)) {
      table.commit(2, 200);

      assertThat(next(other)).contains("[200]");
    }
    AtomicInteger before = new AtomicInteger(-1);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              int reads = table.reads();
              return before.getAndSet(reads) == reads;
            });
    assertThat(one.next(Duration.ZERO)).isNull();
  }

  @Test
  void goesOnForWhoStaysWhenAnotherLeaves() throws InterruptedException {
    Subscription first = feed.subscribe(one);
    Subscription second = feed.subscribe(other);
    first.close();
    table.commit(1, 100);

    assertThat(next(other)).contains("[100]");
    second.close();
  }

  private static @Nullable String next(Mailbox mailbox) throws InterruptedException {
    Mailbox.Message message = mailbox.next(PATIENCE);
    return message == null ? null : message.data().toString();
  }
}
