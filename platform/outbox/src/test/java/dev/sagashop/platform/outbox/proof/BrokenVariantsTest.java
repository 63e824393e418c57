package dev.sagashop.platform.outbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.outbox.Gate;
import dev.sagashop.platform.outbox.Variant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The tests of the tests: what happens to the intact outbox happens in the same processes, by the
 * same signals, to one that lacks an idea. All checks pass for the intact one, and exactly the
 * check that the idea is there for fails for the other.
 */
class BrokenVariantsTest {

  private static final int AGGREGATES = 40;

  private final Stage intact = Stage.open(Variant.INTACT);
  private Stage broken = intact;

  @AfterEach
  void close() {
    intact.close();
    broken.close();
  }

  private void compareWith(Variant variant) {
    broken = Stage.open(variant);
  }

  private void onBoth(Consumer<Stage> work) {
    List.of(intact, broken).forEach(work);
  }

  private void commitSome(Stage stage) {
    for (int i = 0; i < AGGREGATES; i++) {
      stage.ledger().commit("a" + i, 5);
    }
  }

  private Child relayOfBoth(List<String> timing, Gate.Point... held) {
    return Child.start(RelayMain.class, intact.role(timing, held), broken.role(timing, held));
  }

  private void assertBreaks(Check check) {
    intact.evidence().assertSound();
    assertThat(broken.evidence().broken()).isEqualTo(Set.of(check));
  }

  /** Both relays have read what they want to send before either sends; then they run free. */
  @Test
  void withoutLeaseTwoRelaysAtOnceSendOneRow() {
    compareWith(Variant.NO_LEASE);
    onBoth(this::commitSome);
    try (Child one = relayOfBoth(Stage.LONG_LEASE, Gate.Point.CLAIMED, Gate.Point.SENT);
        Child two = relayOfBoth(Stage.LONG_LEASE, Gate.Point.CLAIMED, Gate.Point.SENT)) {
      for (Gate.Point point : List.of(Gate.Point.CLAIMED, Gate.Point.SENT)) {
        one.awaitHeld(point);
        two.awaitHeld(point);
        one.release(point);
        two.release(point);
      }
      onBoth(this::commitSome);
      onBoth(Stage::awaitAllPublished);
    }
    assertBreaks(Check.NOTHING_REPEATED_WITHOUT_CAUSE);
    assertThat(intact.count("lease_epoch > 1")).isZero();
    assertThat(intact.evidence().copies()).isZero();
  }

  /** A transaction gets its id first and commits last, when a higher id is published. */
  @Test
  void aCursorLosesWhatCommitsLateWithALowerId() {
    compareWith(Variant.CURSOR_BY_ID);
    try (Child relay = relayOfBoth(Stage.LONG_LEASE)) {
      assertThat(relay.pid()).isPositive();
      onBoth(this::commitLateWithALowerId);
    }
    assertBreaks(Check.NOTHING_LOST);
    assertThat(broken.evidence().texts()).doesNotContain(Ledger.text("late", 1, ""));
  }

  private void commitLateWithALowerId(Stage stage) {
    Ledger ledger = stage.ledger();
    ledger.inTransaction(
        late -> {
          ledger.note("late");
          ledger.inTransactionOfItsOwn(early -> ledger.note("early"));
          stage.awaitPublished("early");
        });
    // It waits behind the late one: a relay that finds this one has been offered that one.
    ledger.commit("after", 1);
    stage.awaitPublished("after");
    assertThat(
            stage
                .jdbc()
                .sql(
                    "select aggregate_key from outbox_events where aggregate_key <> 'after' order by id")
                .query(String.class)
                .list())
        .containsExactly("late", "early");
  }

  /** The relay dies with a batch in its hands, between its two steps; another one follows it. */
  @Test
  void whoMarksBeforeItSendsLosesWhatItHeldWhenItWasKilled() {
    compareWith(Variant.MARK_BEFORE_SEND);
    onBoth(this::commitSome);
    try (Child killed = relayOfBoth(Stage.SHORT_LEASE, Gate.Point.CLAIMED)) {
      killed.awaitHeld(Gate.Point.CLAIMED);
    }
    try (Child successor = relayOfBoth(Stage.SHORT_LEASE)) {
      assertThat(successor.pid()).isPositive();
      onBoth(Stage::awaitAllPublished);
    }
    assertBreaks(Check.NOTHING_LOST);
  }
}
