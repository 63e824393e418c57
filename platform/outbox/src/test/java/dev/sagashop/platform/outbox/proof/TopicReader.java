package dev.sagashop.platform.outbox.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagashop.launcher.parts.TestParts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer that belongs to nobody: reads a topic from its beginning to its present end. */
final class TopicReader {

  private TopicReader() {}

  /** In offset order within each partition, as any consumer gets them. */
  static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", TestParts.kafka().bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      while (partitions.stream()
          .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  static List<Told> told(String topic) {
    return read(topic).stream()
        .map(
            it ->
                new Told(text(it.key()), text(it.value()), header(it, "event-id"), it.partition()))
        .toList();
  }

  private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
    var header = event.headers().lastHeader(name);
    return header == null ? "none" : text(header.value());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
