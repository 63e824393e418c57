package dev.sagashop.system.shop;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What consumers of the nine topics read about one order. */
public final class EventLog {

  public static final List<String> TOPICS =
      List.of(
          "order-created",
          "order-cancelled",
          "refund-requested",
          "inventory-reserved",
          "inventory-failed",
          "payment-success",
          "payment-failed",
          "refund-success",
          "refund-failed");

  private static final JsonMapper JSON = new JsonMapper();

  private final RunningShop shop;

  public EventLog(RunningShop shop) {
    this.shop = shop;
  }

  /** One record, with headers as text. */
  public record Event(
      String topic, String key, JsonNode value, Map<String, String> headers, long timestamp) {

    public @Nullable String header(String name) {
      return headers.get(name);
    }
  }

  /** Waits until the order has an event on each of these topics, then gives all of its events. */
  public List<Event> eventsOf(long orderId, String... topics) {
    return await("events of order " + orderId + " on " + List.of(topics))
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> read(orderId),
            events -> events.stream().map(Event::topic).toList().containsAll(List.of(topics)));
  }

  private List<Event> read(long orderId) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", shop.kafka(), "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      Map<String, List<PartitionInfo>> known = consumer.listTopics();
      List<TopicPartition> partitions =
          TOPICS.stream()
              .flatMap(topic -> known.getOrDefault(topic, List.of()).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Event> events = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < end(ends, p))) {
        for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(200))) {
          if (Long.toString(orderId).equals(each.key())) {
            events.add(event(each));
          }
        }
      }
      events.sort(Comparator.comparingLong(Event::timestamp));
      return events;
    }
  }

  private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
    return ends.getOrDefault(partition, 0L);
  }

  private static Event event(ConsumerRecord<String, byte[]> each) {
    Map<String, String> headers = new java.util.TreeMap<>();
    StreamSupport.stream(each.headers().spliterator(), false)
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return new Event(
        each.topic(), each.key(), JSON.readTree(each.value()), headers, each.timestamp());
  }
}
