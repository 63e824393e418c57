package dev.sagashop.platform.outbox.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.platform.outbox.Gate;
import dev.sagashop.platform.outbox.Variant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** The consumer's side: what at-least-once may do to it. */
class RedeliveryTest {

  /** Copies of the first come after the second and the third. */
  private static final int[] ORDER = {1, 1, 2, 1, 3, 2, 1, 4};

  /**
   * The first record is also delivered three times at its own place: its consumer is killed before
   * the commit, its successor after it, and the third one goes on.
   */
  @Test
  void aRecordThatComesManyTimesAndOutOfOrderHasOneEffectUnlessThereIsNoInbox() {
    try (Stage intact = Stage.open(Variant.INTACT);
        Stage broken = Stage.open(Variant.NO_INBOX)) {
      List<Stage> both = List.of(intact, broken);
      both.forEach(RedeliveryTest::prepare);
      for (Gate.Point point : List.of(Gate.Point.EFFECT, Gate.Point.COMMITTED)) {
        try (Child killed = consumers(both, point)) {
          killed.awaitHeld(point);
        }
      }
      try (Child last = consumers(both)) {
        assertThat(last.pid()).isPositive();
        both.forEach(RedeliveryTest::awaitLastEffect);
      }
      effects(intact).assertSound();
      assertThat(effects(broken).broken()).isEqualTo(Set.of(Check.NOTHING_REPEATED_WITHOUT_CAUSE));
    }
  }

  private static Child consumers(List<Stage> stages, Gate.Point... held) {
    List<String> settings =
        List.of(
            "--sagashop.outbox.relay-enabled=false",
            // A known member that comes back gets its partitions at once.
            "--spring.kafka.consumer.properties.group.instance.id=proof");
    return Child.start(
        ConsumerMain.class,
        stages.stream().map(stage -> stage.role(settings, held)).toArray(Role[]::new));
  }

  private static void prepare(Stage stage) {
    stage
        .jdbc()
        .sql("create table effects (position bigserial, record_key text, text text, event_id text)")
        .update();
    stage.ledger().commit("a", 4);
    TestParts.kafka().createTopics(stage.topic(), stage.topic() + ".DLT");
    Map<String, Object> settings =
        Map.of("bootstrap.servers", TestParts.kafka().bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (int number : ORDER) {
        var event =
            new ProducerRecord<>(stage.topic(), "a", Ledger.text("a", number, "").getBytes(UTF_8));
        event.headers().add("event-id", Integer.toString(number).getBytes(UTF_8));
        var unusedBecauseCloseFlushes = producer.send(event);
      }
    }
  }

  private static void awaitLastEffect(Stage stage) {
    stage.until(
        "the last fact has its effect",
        () -> effects(stage).texts().contains(Ledger.text("a", 4, "")));
  }

  private static Evidence effects(Stage stage) {
    List<Told> effects =
        stage
            .jdbc()
            .sql("select record_key, text, event_id from effects order by position")
            .query(
                (row, number) ->
                    new Told(
                        row.getString("record_key"),
                        row.getString("text"),
                        row.getString("event_id"),
                        0))
            .list();
    return new Evidence(stage.ledger().facts(), effects, Map.of());
  }
}
