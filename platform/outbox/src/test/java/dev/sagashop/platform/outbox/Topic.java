package dev.sagashop.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic as a consumer reads it. */
public final class Topic {

  private Topic() {}

  static String newName() {
    return "topic-" + UUID.randomUUID();
  }

  /** All that is in the topic now, in offset order within each partition. */
  static List<ConsumerRecord<String, byte[]>> readAll(String topic) {
    return readAll(topic, new StringDeserializer());
  }

  /** As {@link #readAll(String)}, with keys as they are wanted. */
  public static <K> List<ConsumerRecord<K, byte[]>> readAll(String topic, Deserializer<K> keys) {
    Map<String, Object> settings = Map.of("bootstrap.servers", Parts.bootstrapServers());
    try (var consumer = new KafkaConsumer<>(settings, keys, new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<K, byte[]>>();
      while (partitions.stream()
          .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      records.sort(
          Comparator.<ConsumerRecord<K, byte[]>>comparingInt(ConsumerRecord::partition)
              .thenComparingLong(ConsumerRecord::offset));
      return records;
    }
  }

  /** Asks without creating it. */
  static int partitions(String topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", Parts.bootstrapServers());
    try (var admin = Admin.create(settings)) {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get(10, TimeUnit.SECONDS)
          .values()
          .iterator()
          .next()
          .partitions()
          .size();
    } catch (InterruptedException | ExecutionException | TimeoutException error) {
      throw new AssertionError("Topic " + topic + " cannot be described", error);
    }
  }

  static String text(ConsumerRecord<String, byte[]> event) {
    return new String(event.value(), UTF_8);
  }

  static String header(ConsumerRecord<String, byte[]> event, String name) {
    var header = event.headers().lastHeader(name);
    if (header == null) {
      throw new AssertionError("The record has no header " + name + ": " + event.headers());
    }
    return new String(header.value(), UTF_8);
  }
}
