package dev.sagashop.platform.outbox.deadletter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some dead letters.
 *
 * @param topics each dead-letter topic that was asked for, empty ones too
 * @param next where the next page begins; null if this is the last one
 */
public record DeadLetterPage(
    List<TopicCounts> topics, List<DeadLetter> letters, @Nullable DeadLetterId next) {

  /**
   * What is in a dead-letter topic.
   *
   * @param open letters that wait for a decision, those with a replay under way among them
   */
  public record TopicCounts(String topic, long open, long replayed, long discarded) {}
}
