package dev.sagashop.platform.outbox.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.platform.outbox.Variant;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A large backlog, such as a night without a broker leaves. */
class DrainTest {

  private static final Logger LOG = LoggerFactory.getLogger(DrainTest.class);
  private static final int ROWS = 100_000;
  private static final int AGGREGATES = 1_000;
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Test
  void twoRelaysDrainAHundredThousandRows() {
    try (Stage stage = Stage.open(Variant.INTACT)) {
      fill(stage);
      try (Child one = Child.start(RelayMain.class, stage.role(List.of()));
          Child two = Child.start(RelayMain.class, stage.role(List.of()))) {
        assertThat(one.pid()).isNotEqualTo(two.pid());
        await("all rows are published")
            .atMost(LIMIT)
            .pollInterval(Duration.ofMillis(500))
            .until(() -> stage.count("status <> 'PUBLISHED'") == 0);
      }
      Evidence evidence = stage.evidence();
      evidence.assertSound();
      assertThat(evidence.facts()).hasSize(ROWS);
      double seconds =
          stage
              .jdbc()
              .sql(
                  "select extract(epoch from max(published_at) - min(published_at)) from outbox_events")
              .query(Double.class)
              .single();
      LOG.info("Drained {} rows in {} s", ROWS, seconds);
    }
  }

  /** What so many commits would have left, in the order of their numbers. */
  private static void fill(Stage stage) {
    stage
        .jdbc()
        .sql(
            """
            insert into facts
            select 'd' || i % :aggregates, i / :aggregates + 1,
              format('{"aggregate":"%s","number":%s,"note":""}', 'd' || i % :aggregates, i / :aggregates + 1)
            from generate_series(0, :rows - 1) as i
            """)
        .param("aggregates", AGGREGATES)
        .param("rows", ROWS)
        .update();
    stage
        .jdbc()
        .sql(
            """
            insert into outbox_events
              (event_key, topic, aggregate_key, sequence, event_type, type_id, payload)
            select aggregate || ':' || number, :topic, aggregate, number, :topic, 'proofEvent', text
            from facts order by number, aggregate
            """)
        .param("topic", stage.topic())
        .update();
  }
}
