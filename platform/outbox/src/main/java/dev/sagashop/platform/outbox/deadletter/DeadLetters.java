package dev.sagashop.platform.outbox.deadletter;

import dev.sagashop.platform.outbox.deadletter.DeadLetterDetails.HeaderContent;
import dev.sagashop.platform.outbox.deadletter.DeadLetterPage.TopicCounts;
import dev.sagashop.platform.outbox.deadletter.DeadLetterResult.Done;
import dev.sagashop.platform.outbox.deadletter.DeadLetterResult.Missing;
import dev.sagashop.platform.outbox.deadletter.DeadLetterResult.NotSent;
import dev.sagashop.platform.outbox.deadletter.DeadLetterResult.Refused;
import dev.sagashop.platform.outbox.deadletter.DeadLetterStates.Begun;
import dev.sagashop.platform.outbox.deadletter.DeadLetterStates.Denied;
import dev.sagashop.platform.outbox.deadletter.DeadLetterTopics.Topic;
import dev.sagashop.platform.outbox.operating.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The operator's view of all dead-letter topics of the cluster. Kafka cannot delete a single
 * record, so what was replayed or discarded is remembered by one service for all.
 *
 * <p>Every method throws {@link KafkaException} if the broker does not answer.
 */
public final class DeadLetters {

  /** A page looks at no more records than this; the next one goes on behind them. */
  private static final int MOST_LOOKED_AT = 5_000;

  private final Supplier<DeadLetterTopics> looks;
  private final DeadLetterStates states;
  private final Replayer replayer;
  private final Duration longestReplay;
  private final String suffix;

  /**
   * @param longestReplay longer than any send: after it a replay counts as broken off
   */
  DeadLetters(
      Supplier<DeadLetterTopics> looks,
      DeadLetterStates states,
      Replayer replayer,
      Duration longestReplay,
      String suffix) {
    this.looks = looks;
    this.states = states;
    this.replayer = replayer;
    this.longestReplay = longestReplay;
    this.suffix = suffix;
  }

  private record Found(DeadLetterStates.Key key, ConsumerRecord<byte[], byte[]> record) {}

  /**
   * Lists letters by topic, partition and offset.
   *
   * @param topic null for all
   * @param from the {@code next} of the page before; null for the first one
   * @return empty if there is no such topic
   */
  public Optional<DeadLetterPage> list(
      @Nullable String topic, StateFilter filter, @Nullable DeadLetterId from, int limit) {
    try (DeadLetterTopics kafka = looks.get()) {
      List<Topic> topics =
          topic == null ? kafka.all() : kafka.find(topic).map(List::of).orElse(List.of());
      if (topic != null && topics.isEmpty()) {
        return Optional.empty();
      }
      var counts = new ArrayList<TopicCounts>();
      var page = new PageBuilder(filter, limit, MOST_LOOKED_AT, suffix);
      for (Topic each : topics) {
        Map<DeadLetterId, DeadLetterState> known = states.ofTopic(each.name(), each.id());
        counts.add(PageBuilder.count(each, known));
        page.add(kafka, each, known, from);
      }
      return Optional.of(new DeadLetterPage(counts, page.letters(), page.next()));
    }
  }

  public DeadLetterResult find(DeadLetterId id) {
    try (DeadLetterTopics kafka = looks.get()) {
      return withLetter(kafka, id, found -> new Done(details(found)));
    }
  }

  /**
   * Sends the record to its original topic, with key, bytes and headers as they were.
   *
   * @param again also if it was replayed or discarded before
   */
  public DeadLetterResult replay(DeadLetterId id, Decision decision, boolean again) {
    try (DeadLetterTopics kafka = looks.get()) {
      return withLetter(
          kafka,
          id,
          found -> {
            String target = DeadLetter.originalTopic(found.record(), suffix);
            return kafka.exists(target)
                ? replay(found, target, decision, again)
                : new Refused(
                    Refusal.ORIGINAL_TOPIC_MISSING,
                    "Topic %s, where %s came from, does not exist; create it first"
                        .formatted(target, id));
          });
    }
  }

  private DeadLetterResult replay(Found found, String target, Decision decision, boolean again) {
    return switch (states.beginReplay(found.key(), decision, again, longestReplay)) {
      case Denied denied -> refused(found.key().id(), denied.refusal());
      case Begun begun -> {
        try {
          RecordMetadata sent = replayer.send(found.record(), target);
          states.endReplay(found.key(), decision, begun, true, "sent to " + sent);
          yield new Done(details(found));
        } catch (KafkaException error) {
          String why = error.getClass().getSimpleName() + ": " + error.getMessage();
          states.endReplay(found.key(), decision, begun, false, why);
          yield new NotSent(
              "%s was not replayed, and is open again: %s".formatted(found.key().id(), why));
        }
      }
    };
  }

  /** The record stays in its topic; the default list no longer shows it. */
  public DeadLetterResult discard(DeadLetterId id, Decision decision) {
    try (DeadLetterTopics kafka = looks.get()) {
      return withLetter(
          kafka,
          id,
          found ->
              states
                  .discard(found.key(), decision)
                  .<DeadLetterResult>map(refusal -> refused(id, refusal))
                  .orElseGet(() -> new Done(details(found))));
    }
  }

  private DeadLetterResult withLetter(
      DeadLetterTopics kafka, DeadLetterId id, Function<Found, DeadLetterResult> work) {
    Optional<Topic> topic = kafka.find(id.topic());
    if (topic.isEmpty()) {
      return new Missing(
          "There is no dead-letter topic %s; their names end with %s"
              .formatted(id.topic(), suffix));
    }
    var range = topic.get().range(id.partition());
    if (range.isEmpty()) {
      return new Missing(
          "Topic %s has no partition %d; it has %d"
              .formatted(id.topic(), id.partition(), topic.get().ranges().size()));
    }
    return kafka
        .read(range.get(), id.offset())
        .map(
            record -> work.apply(new Found(new DeadLetterStates.Key(id, topic.get().id()), record)))
        .orElseGet(
            () ->
                new Missing(
                    "There is no record at %s; the partition holds offsets from %d to before %d, what is older was deleted by the topic's retention or with the topic"
                        .formatted(id, range.get().begin(), range.get().end())));
  }

  private DeadLetterDetails details(Found found) {
    ConsumerRecord<byte[], byte[]> record = found.record();
    return new DeadLetterDetails(
        DeadLetter.of(record, states.of(found.key()), suffix),
        Content.of(record.value()),
        StreamSupport.stream(record.headers().spliterator(), false)
            .map(header -> new HeaderContent(header.key(), Content.of(header.value())))
            .toList(),
        states.audit(found.key()));
  }

  private static Refused refused(DeadLetterId id, Refusal refusal) {
    String why =
        switch (refusal) {
          case REPLAY_RUNNING -> "A replay of %s is under way; look at it again in a minute";
          case ALREADY_REPLAYED -> "%s was replayed before; ask with 'again' to repeat it";
          case ALREADY_DISCARDED ->
              "%s was discarded before; replay it with 'again' if that was wrong";
          case ORIGINAL_TOPIC_MISSING -> "The topic that %s came from does not exist";
        };
    return new Refused(refusal, why.formatted(id));
  }
}
