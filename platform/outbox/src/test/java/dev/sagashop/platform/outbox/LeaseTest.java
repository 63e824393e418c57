package dev.sagashop.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeaseTest {

  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration BACKOFF = Duration.ofMillis(400);

  private final String topic = Topic.newName();
  private final Service service = Service.withoutRelay(Parts.database(), topic);
  private final OutboxTable table = service.bean(OutboxTable.class);

  @BeforeEach
  void appendTwoForOneAggregateAndOneForAnother() {
    service.append(event("a"), event("a"), event("b"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private OutboxEvent event(String aggregateKey) {
    return new OutboxEvent(topic, aggregateKey, "alias", List.of());
  }

  private List<ClaimedEvent> claim(String owner, Duration lease) {
    return table.claim(owner, 10, lease, BACKOFF);
  }

  @Test
  void claimsOnlyTheFirstUnpublishedEventOfEachAggregate() {
    List<ClaimedEvent> claimed = claim("one", LONG);
    assertThat(claimed).extracting(ClaimedEvent::aggregateKey).containsExactly("a", "b");
    assertThat(claimed).extracting(ClaimedEvent::sequence).containsOnly(1L);
    assertThat(claim("two", LONG)).isEmpty();

    assertThat(table.markPublished(claimed)).isEqualTo(2);
    assertThat(claim("two", LONG)).extracting(ClaimedEvent::sequence).containsExactly(2L);
  }

  @Test
  void skipsWhatAnotherRelayIsClaimingRightNow() {
    List<ClaimedEvent> second =
        service
            .transaction()
            .execute(
                status -> {
                  assertThat(claim("one", LONG)).hasSize(2);
                  var elsewhere = CompletableFuture.supplyAsync(() -> claim("two", LONG));
                  return elsewhere.orTimeout(30, TimeUnit.SECONDS).join();
                });
    assertThat(second).isEmpty();
  }

  @Test
  void fencesTheMarkOfARelayWhoseLeaseHasEnded() {
    List<ClaimedEvent> late = claim("late", SHORT);
    await().until(() -> table.returnExpiredLeases(LONG) == 2);
    List<ClaimedEvent> takenOver = claim("heir", LONG);
    assertThat(takenOver).extracting(ClaimedEvent::epoch).containsOnly(2L);

    var meters = new SimpleMeterRegistry();
    var marks = new Marks(table, new OutboxMetrics(meters), BACKOFF);
    marks.add(late.stream().<Delivery>map(Delivery.Acknowledged::new).toList());
    marks.write();
    assertThat(meters.get("outbox.fenced.marks").counter().count()).isEqualTo(2);
    assertThat(service.count("status = 'IN_PROGRESS' and lease_owner = 'heir'")).isEqualTo(2);

    assertThat(table.markPublished(takenOver)).isEqualTo(2);
    assertThat(service.count("attempt_count = 2 and status = 'PUBLISHED'")).isEqualTo(2);
  }

  @Test
  void leavesALeaseThatStillRuns() {
    claim("one", LONG);
    assertThat(table.returnExpiredLeases(LONG)).isZero();
  }

  @Test
  void returnsALeaseThatNoClockInOrderCouldHaveGiven() {
    claim("one", LONG.multipliedBy(3));
    assertThat(table.returnExpiredLeases(LONG)).isEqualTo(2);
  }

  @Test
  void givesTheAttemptBackAndPausesLongerEachTime() {
    List<ClaimedEvent> claimed = claim("one", LONG);
    assertThat(service.count("attempt_count = 1")).isEqualTo(2);
    assertThat(table.giveBack(claimed, "broker away", BACKOFF)).isEqualTo(2);
    assertThat(service.count("status = 'PENDING' and attempt_count = 0")).isEqualTo(3);
    assertThat(service.count("last_error = 'broker away'")).isEqualTo(2);
    double firstPause = pauseInSeconds();

    letPauseEndIn("1 minute");
    // With the shorter back-off a minute would count as a clock that was put back.
    assertThat(table.claim("one", 10, LONG, LONG.multipliedBy(2))).isEmpty();
    letPauseEndIn("0 minutes");
    assertThat(table.giveBack(claim("one", LONG), "still away", BACKOFF)).isEqualTo(2);
    assertThat(pauseInSeconds()).isGreaterThan(1.5 * firstPause);
  }

  private double pauseInSeconds() {
    return service
        .jdbc()
        .sql(
            "select extract(epoch from min(next_attempt_at - updated_at)) from outbox_events where postponed_count > 0")
        .query(Double.class)
        .single();
  }

  private void letPauseEndIn(String interval) {
    service
        .jdbc()
        .sql(
            "update outbox_events set next_attempt_at = clock_timestamp() + cast(? as interval) where postponed_count > 0")
        .param(interval)
        .update();
  }

  @Test
  void holdsBackWhatFollowsAFailedEventAndNothingElse() {
    List<ClaimedEvent> claimed = claim("one", LONG);
    table.markFailed(claimed.getFirst(), "x".repeat(3000) + '\0');
    table.markPublished(claimed.subList(1, 2));
    service.append(event("b"));
    assertThat(claim("one", LONG)).extracting(ClaimedEvent::aggregateKey).containsExactly("b");
  }

  @Test
  void purgesOnlyWhatWasPublishedLongAgo() {
    table.markPublished(claim("one", LONG));
    assertThat(table.purge(Duration.ofDays(7), 10)).isZero();
    service
        .jdbc()
        .sql(
            "update outbox_events set created_at = created_at - interval '8 days', published_at = published_at - interval '8 days'")
        .update();
    assertThat(table.purge(Duration.ofDays(7), 10)).isEqualTo(2);
    assertThat(service.count("status = 'PENDING'")).isEqualTo(1);
  }
}
