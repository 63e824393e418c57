package dev.sagashop.platform.outbox.deadletter;

import org.apache.kafka.common.TopicPartition;

/** Where a record stands in its dead-letter topic, in the order in which letters are listed. */
public record DeadLetterId(String topic, int partition, long offset)
    implements Comparable<DeadLetterId> {

  TopicPartition place() {
    return new TopicPartition(topic, partition);
  }

  @Override
  public int compareTo(DeadLetterId other) {
    int byTopic = topic.compareTo(other.topic);
    if (byTopic != 0) {
      return byTopic;
    }
    int byPartition = Integer.compare(partition, other.partition);
    return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static DeadLetterId parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length == 3 && parts[1].matches("\\d{1,9}") && parts[2].matches("\\d{1,18}")) {
      return new DeadLetterId(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    }
    throw new IllegalArgumentException(
        "'%s' is no place of a dead letter; expected <topic>/<partition>/<offset>".formatted(text));
  }

  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
