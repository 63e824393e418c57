package dev.sagashop.platform.outbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.outbox.Gate;
import dev.sagashop.platform.outbox.Variant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Relays that are killed, or stand still for longer than their lease. */
class SignalTest {

  private static final int BATCH = 20;
  private static final String FENCED = "marks came after the lease";

  private final Stage stage = Stage.open(Variant.INTACT);

  @AfterEach
  void close() {
    stage.close();
  }

  private static void commitSome(Stage stage) {
    for (int i = 0; i < 2 * BATCH; i++) {
      stage.ledger().commit("a" + i, 3);
    }
  }

  @Test
  void aRelayKilledBetweenSendAndMarkLosesNothing() {
    commitSome(stage);
    try (Child killed =
        Child.start(RelayMain.class, stage.role(Stage.SHORT_LEASE, Gate.Point.SENT))) {
      killed.awaitHeld(Gate.Point.SENT);
    }
    // The broker has them, the table does not know it.
    assertThat(stage.evidence().told()).hasSize(BATCH);
    assertThat(stage.count("status = 'PUBLISHED'")).isZero();

    try (Child successor = Child.start(RelayMain.class, stage.role(Stage.SHORT_LEASE))) {
      assertThat(successor.pid()).isPositive();
      stage.awaitAllPublished();
    }
    stage.evidence().assertSound();
    assertThat(stage.evidence().copies()).isGreaterThanOrEqualTo(BATCH);
  }

  /** One relay stands still before its send, one before its mark, until others have taken over. */
  @Test
  void aRelayPausedBeyondItsLeaseComesBackAndHarmsNothing() {
    try (Stage other = Stage.open(Variant.INTACT)) {
      List<Stage> both = List.of(stage, other);
      both.forEach(SignalTest::commitSome);
      try (Child paused =
          Child.start(
              RelayMain.class,
              stage.role(Stage.SHORT_LEASE, Gate.Point.CLAIMED),
              other.role(Stage.SHORT_LEASE, Gate.Point.SENT))) {
        paused.awaitHeld(Gate.Point.CLAIMED);
        paused.awaitHeld(Gate.Point.SENT);
        paused.pause();
        paused.release(Gate.Point.CLAIMED);
        paused.release(Gate.Point.SENT);
        try (Child heir =
            Child.start(
                RelayMain.class, stage.role(Stage.SHORT_LEASE), other.role(Stage.SHORT_LEASE))) {
          assertThat(heir.pid()).isPositive();
          both.forEach(Stage::awaitAllPublished);

          paused.resume();
          stage.until("both late marks are fenced", () -> paused.logged(FENCED) >= 2);
          both.forEach(SignalTest::commitSome);
          both.forEach(Stage::awaitAllPublished);
        }
      }
      stage.evidence().assertSound();
      other.evidence().assertSound();
      // What was sent before the pause was sent again.
      assertThat(other.evidence().copies()).isGreaterThanOrEqualTo(BATCH);
    }
  }
}
