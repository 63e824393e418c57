package dev.sagashop.platform.outbox.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** One look at the dead-letter topics. It belongs to no group and moves nobody's offsets. */
final class DeadLetterTopics implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LONGEST_READ = Duration.ofSeconds(20);

  private final Admin admin;
  private final Consumer<byte[], byte[]> consumer;
  private final String suffix;

  DeadLetterTopics(Admin admin, Consumer<byte[], byte[]> consumer, String suffix) {
    this.admin = admin;
    this.consumer = consumer;
    this.suffix = suffix;
  }

  /**
   * A topic as it is now.
   *
   * @param id another one after the topic was deleted and made again
   */
  record Topic(String name, String id, List<Range> ranges) {

    Optional<Range> range(int partition) {
      return ranges.stream().filter(range -> range.place().partition() == partition).findFirst();
    }
  }

  /** The records of a partition that are still there: from {@code begin} to before {@code end}. */
  record Range(TopicPartition place, long begin, long end) {

    boolean contains(long offset) {
      return begin <= offset && offset < end;
    }
  }

  /** By name. */
  List<Topic> all() {
    List<String> names =
        answer(admin.listTopics().names()).stream()
            .filter(name -> name.endsWith(suffix))
            .sorted()
            .toList();
    return answer(admin.describeTopics(names).allTopicNames()).values().stream()
        .map(this::topic)
        .sorted(Comparator.comparing(Topic::name))
        .toList();
  }

  /** Empty too for a topic that holds no dead letters. */
  Optional<Topic> find(String name) {
    return name.endsWith(suffix) ? describe(name).map(this::topic) : Optional.empty();
  }

  boolean exists(String name) {
    return describe(name).isPresent();
  }

  private Optional<TopicDescription> describe(String name) {
    try {
      return Optional.ofNullable(
          answer(admin.describeTopics(List.of(name)).allTopicNames()).get(name));
    } catch (UnknownTopicOrPartitionException | InvalidTopicException absent) {
      return Optional.empty();
    }
  }

  private Topic topic(TopicDescription description) {
    Collection<TopicPartition> places =
        description.partitions().stream()
            .map(it -> new TopicPartition(description.name(), it.partition()))
            .toList();
    // Or the consumer warns of every answer that it did not ask for.
    consumer.assign(places);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(places);
    Map<TopicPartition, Long> ends = consumer.endOffsets(places);
    List<Range> ranges = new ArrayList<>();
    for (TopicPartition place : places) {
      ranges.add(new Range(place, begins.getOrDefault(place, 0L), ends.getOrDefault(place, 0L)));
    }
    ranges.sort(Comparator.comparingInt(range -> range.place().partition()));
    return new Topic(description.name(), description.topicId().toString(), ranges);
  }

  /**
   * Reads a partition from an offset to its end, or until the reader has enough.
   *
   * @param reader is given each record, and says whether it wants more
   */
  void read(Range range, long from, Predicate<ConsumerRecord<byte[], byte[]>> reader) {
    long position = Math.max(from, range.begin());
    if (position >= range.end()) {
      return;
    }
    consumer.assign(List.of(range.place()));
    consumer.seek(range.place(), position);
    long deadline = System.nanoTime() + LONGEST_READ.toNanos();
    while (consumer.position(range.place()) < range.end()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() >= range.end() || !reader.test(record)) {
          return;
        }
      }
      if (System.nanoTime() - deadline > 0) {
        throw new TimeoutException(
            "%s could not be read to its end within %s".formatted(range.place(), LONGEST_READ));
      }
    }
  }

  /** The record at the offset; empty if it was never there or is gone. */
  Optional<ConsumerRecord<byte[], byte[]>> read(Range range, long offset) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    if (range.contains(offset)) {
      read(
          range,
          offset,
          record -> {
            if (record.offset() == offset) {
              found.add(record);
            }
            return false;
          });
    }
    return found.stream().findFirst();
  }

  /** Failures come as exceptions of Kafka, as from its consumer. */
  private static <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException error) {
      throw error.getCause() instanceof KafkaException cause ? cause : new KafkaException(error);
    } catch (InterruptedException interrupted) {
      throw new InterruptException(interrupted);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
    consumer.close();
  }
}
