package dev.sagashop.launcher.checks;

import dev.sagashop.launcher.kafka.ContractTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what Kafka was told about one order. */
final class OrderEvents {
  private static final Duration POLL = Duration.ofMillis(100);

  private final String bootstrapServers;

  OrderEvents(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** One record as a line: topic, type, sequence, value. */
  record Event(Instant at, String topic, String type, String value) {}

  /**
   * The order's events in the order of their time stamps; returns when the wanted topics have one
   * each, or after the limit with what there is.
   */
  List<Event> of(long order, Instant since, Set<String> wanted, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    List<Event> events = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer()) {
      seek(consumer, since);
      while (!topics(events).containsAll(wanted) && System.nanoTime() < deadline) {
        for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
          if (Long.toString(order).equals(record.key())) {
            events.add(event(record));
          }
        }
      }
    }
    events.sort(Comparator.comparing(Event::at));
    return events;
  }

  private static Set<String> topics(List<Event> events) {
    return events.stream().map(Event::topic).collect(Collectors.toSet());
  }

  private static Event event(ConsumerRecord<String, String> record) {
    Header type = record.headers().lastHeader("__TypeId__");
    return new Event(
        Instant.ofEpochMilli(record.timestamp()),
        record.topic(),
        type == null ? "?" : new String(type.value(), StandardCharsets.UTF_8),
        record.value());
  }

  private static void seek(KafkaConsumer<String, String> consumer, Instant since) {
    List<TopicPartition> partitions =
        consumer.listTopics().entrySet().stream()
            .filter(topic -> ContractTopics.ALL.contains(topic.getKey()))
            .flatMap(topic -> topic.getValue().stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
    var offsets = consumer.offsetsForTimes(times);
    for (TopicPartition partition : partitions) {
      var offset = offsets.get(partition);
      if (offset == null) {
        consumer.seekToEnd(List.of(partition));
        // Where the end is must be settled now, before the order's events arrive.
        consumer.position(partition);
      } else {
        consumer.seek(partition, offset.offset());
      }
    }
  }

  private KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
