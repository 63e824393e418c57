package dev.sagashop.platform.outbox.deadletter;

import dev.sagashop.platform.outbox.deadletter.DeadLetterPage.TopicCounts;
import dev.sagashop.platform.outbox.deadletter.DeadLetterTopics.Range;
import dev.sagashop.platform.outbox.deadletter.DeadLetterTopics.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the letters of one page. */
final class PageBuilder {

  private final StateFilter filter;
  private final int limit;
  private final String suffix;
  private final List<DeadLetter> letters = new ArrayList<>();
  private int mayLookAt;
  private @Nullable DeadLetterId next;

  PageBuilder(StateFilter filter, int limit, int mayLookAt, String suffix) {
    this.filter = filter;
    this.limit = limit;
    this.mayLookAt = mayLookAt;
    this.suffix = suffix;
  }

  List<DeadLetter> letters() {
    return List.copyOf(letters);
  }

  /** Null as long as nothing was left out. */
  @Nullable DeadLetterId next() {
    return next;
  }

  void add(
      DeadLetterTopics kafka,
      Topic topic,
      Map<DeadLetterId, DeadLetterState> states,
      @Nullable DeadLetterId from) {
    for (Range range : topic.ranges()) {
      var first = new DeadLetterId(topic.name(), range.place().partition(), range.begin());
      var last = new DeadLetterId(topic.name(), range.place().partition(), range.end() - 1);
      DeadLetterId start = from == null || from.compareTo(first) < 0 ? first : from;
      if (next == null && range.begin() < range.end() && start.compareTo(last) <= 0) {
        addRange(kafka, range, states, start.offset());
      }
    }
  }

  private void addRange(
      DeadLetterTopics kafka, Range range, Map<DeadLetterId, DeadLetterState> states, long from) {
    kafka.read(
        range,
        from,
        record -> {
          var id = new DeadLetterId(record.topic(), record.partition(), record.offset());
          if (letters.size() == limit || mayLookAt == 0) {
            next = id;
            return false;
          }
          mayLookAt--;
          DeadLetterState state = states.getOrDefault(id, DeadLetterState.OPEN);
          if (filter.accepts(state)) {
            letters.add(DeadLetter.of(record, state, suffix));
          }
          return true;
        });
  }

  static TopicCounts count(Topic topic, Map<DeadLetterId, DeadLetterState> states) {
    long all = 0;
    long replayed = 0;
    long discarded = 0;
    for (Range range : topic.ranges()) {
      all += range.end() - range.begin();
    }
    for (var entry : states.entrySet()) {
      boolean isThere =
          topic
              .range(entry.getKey().partition())
              .filter(range -> range.contains(entry.getKey().offset()))
              .isPresent();
      if (isThere && entry.getValue() == DeadLetterState.REPLAYED) {
        replayed++;
      } else if (isThere && entry.getValue() == DeadLetterState.DISCARDED) {
        discarded++;
      }
    }
    return new TopicCounts(topic.name(), all - replayed - discarded, replayed, discarded);
  }
}
