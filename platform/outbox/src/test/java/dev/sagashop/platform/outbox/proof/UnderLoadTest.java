package dev.sagashop.platform.outbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.launcher.processes.Waiting;
import dev.sagashop.platform.outbox.Variant;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two relays at work while facts are committed and taken back, and processes stand still or go. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnderLoadTest {

  private static final Duration OUTAGE = Duration.ofMinutes(1);

  /** Several leases and many delivery timeouts at {@link Stage#SHORT_LEASE}. */
  private static final Duration STANDSTILL = Duration.ofSeconds(20);

  private final Stage stage = Stage.open(Variant.INTACT);
  private final Child one = Child.start(RelayMain.class, stage.role(Stage.SHORT_LEASE));
  private final Child two = Child.start(RelayMain.class, stage.role(Stage.SHORT_LEASE));

  @BeforeAll
  void warmUp() {
    stage.ledger().commit("first", 1);
    stage.awaitAllPublished();
  }

  @AfterAll
  void close() {
    one.close();
    two.close();
    stage.close();
  }

  @Test
  void relaysThatStandStillInTurnLoseNothing() {
    try (Load load = new Load(stage.ledger())) {
      for (Child paused : List.of(one, two, one)) {
        int before = load.committed();
        paused.pause();
        stage.until(
            "the other has taken over all that it held",
            () ->
                load.committed() > before + 50
                    && stage.count("lease_owner like '%%/%d/%%'".formatted(paused.pid())) == 0);
        paused.resume();
      }
    }
    assertAllTold();
  }

  @Test
  void aBrokerThatIsKilledAndComesBackLosesNothing() {
    try (Load load = new Load(stage.ledger())) {
      awaitMore(load);
      TestParts.kafka().kill();
      try {
        outlast(load, OUTAGE);
      } finally {
        TestParts.kafka().restart();
      }
      awaitMore(load);
    }
    assertAllTold();
  }

  /** Its connections stay open, and it answers late what was asked before. */
  @Test
  void aBrokerThatStandsStillLosesNothing() {
    try (Load load = new Load(stage.ledger())) {
      awaitMore(load);
      TestParts.kafka().pause();
      try {
        outlast(load, STANDSTILL);
      } finally {
        TestParts.kafka().resume();
      }
      awaitMore(load);
    }
    assertAllTold();
  }

  private void outlast(Load load, Duration outage) {
    int before = load.committed();
    Waiting.pause(outage);
    stage.until(
        "rows are given back again and again", () -> stage.count("postponed_count > 3") > 0);
    assertThat(load.committed()).as("commits need no broker").isGreaterThan(before);
  }

  private void awaitMore(Load load) {
    int before = load.committed();
    stage.until("facts are committed", () -> load.committed() > before + 50);
  }

  private void assertAllTold() {
    stage.awaitAllPublished();
    assertThat(stage.count("status = 'FAILED'")).isZero();
    stage.evidence().assertSound();
  }
}
