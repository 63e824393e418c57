package dev.sagashop.bench.outbox;

import dev.sagashop.bench.BenchException;
import dev.sagashop.bench.place.BorrowedTopic;
import dev.sagashop.bench.place.Place;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** A consumer in a thread of its own, which notes when each event was first readable. */
final class Reader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final KafkaConsumer<String, byte[]> consumer;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Map<Long, Long> arrivals = new ConcurrentHashMap<>();
  private volatile boolean closed;
  private final Future<?> reading;

  private Reader(KafkaConsumer<String, byte[]> consumer) {
    this.consumer = consumer;
    this.reading = thread.submit(this::read);
  }

  static Reader of(Place place, BorrowedTopic topic) {
    var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", place.kafka(), "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(it -> new TopicPartition(topic.name(), it.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new Reader(consumer);
  }

  /**
   * Waits until the events of these numbers are readable.
   *
   * @return the nanosecond at which each was
   */
  Map<Long, Long> await(Set<Long> numbers, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!arrivals.keySet().containsAll(numbers)) {
      if (System.nanoTime() - deadline > 0 || reading.isDone()) {
        throw new BenchException(
            "%d of %d events are readable after %d s; expected all"
                .formatted(
                    numbers.stream().filter(arrivals::containsKey).count(),
                    numbers.size(),
                    limit.toSeconds()));
      }
      Thread.sleep(POLL);
    }
    Map<Long, Long> wanted = new HashMap<>(arrivals);
    wanted.keySet().retainAll(numbers);
    return wanted;
  }

  private void read() {
    try (consumer) {
      while (!closed) {
        var events = consumer.poll(POLL);
        long readableAt = System.nanoTime();
        for (ConsumerRecord<String, byte[]> event : events) {
          arrivals.putIfAbsent(JSON.readTree(event.value()).path("number").asLong(), readableAt);
        }
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.close();
  }
}
