package dev.sagashop.audit.sources;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topics, folded order by order. Each reading goes on where the one before it ended. */
final class EventTopics {
  private static final String NAME = "kafka";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int POLLS_IN_VAIN = 30;

  private final String bootstrapServers;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final SortedMap<Long, ToldOrder> orders = new TreeMap<>();

  EventTopics(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** All that is on the topics now. */
  SortedMap<Long, ToldOrder> read() {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "default.api.timeout.ms",
                10_000,
                "request.timeout.ms",
                8_000),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
      for (TopicPartition partition : partitions) {
        long beginning = beginnings.getOrDefault(partition, 0L);
        consumer.seek(partition, Math.max(beginning, positions.getOrDefault(partition, beginning)));
      }
      readUntil(consumer, consumer.endOffsets(partitions));
      return Collections.unmodifiableSortedMap(orders);
    } catch (KafkaException e) {
      throw new SourceUnreadable(NAME, String.valueOf(e.getMessage()), e);
    }
  }

  private void readUntil(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    int inVain = 0;
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
      inVain = records.isEmpty() ? inVain + 1 : 0;
      if (inVain == POLLS_IN_VAIN) {
        throw new SourceUnreadable(
            NAME, "no record came for %d polls before the end".formatted(POLLS_IN_VAIN));
      }
      for (ConsumerRecord<String, byte[]> each : records) {
        add(each);
      }
      for (TopicPartition partition : ends.keySet()) {
        positions.put(partition, consumer.position(partition));
      }
    }
  }

  /** A record without the number of its event, or of its order, is none of the shop's. */
  private void add(ConsumerRecord<String, byte[]> each) {
    Header eventId = each.headers().lastHeader("event-id");
    String key = each.key();
    if (eventId == null || key == null || !key.matches("\\d{1,18}")) {
      return;
    }
    orders
        .computeIfAbsent(Long.valueOf(key), _ -> new ToldOrder())
        .add(
            Topic.named(each.topic()),
            new String(eventId.value(), StandardCharsets.UTF_8),
            Instant.ofEpochMilli(each.timestamp()));
  }

  private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
    Map<String, List<PartitionInfo>> known = consumer.listTopics();
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : Topic.names()) {
      List<PartitionInfo> infos = known.get(topic);
      if (infos == null || infos.isEmpty()) {
        throw new SourceUnreadable(NAME, "there is no topic " + topic);
      }
      infos.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    }
    return partitions;
  }
}
