package dev.sagashop.system.shop;

import static org.awaitility.Awaitility.await;

import dev.sagashop.contracts.EventContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
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

/** What consumers of the nine topics read. Whatever is read here is held to the event contract. */
public final class EventLog {

  /** Marks a record that a test wrote by itself, so that it is not taken for one of the shop. */
  public static final String WRITTEN_BY_TEST = "written-by-test";

  private static final EventContract CONTRACT = EventContract.current();
  private static final JsonMapper JSON = new JsonMapper();

  private final RunningShop shop;

  public EventLog(RunningShop shop) {
    this.shop = shop;
  }

  /** One record, with headers as text. */
  public record Event(
      String topic,
      int partition,
      long offset,
      String key,
      JsonNode value,
      Map<String, String> headers,
      long timestamp) {

    public @Nullable String header(String name) {
      return headers.get(name);
    }

    /** What a consumer remembers to recognize it. */
    public String id() {
      return topic + "#" + header("event-id");
    }

    /** Where it stands in its topic. */
    public String position() {
      return "%s-%d@%d".formatted(topic, partition, offset);
    }

    public long sequence() {
      return Long.parseLong(Objects.requireNonNull(header("event-sequence")));
    }

    public Instant time() {
      return Instant.parse(Objects.requireNonNull(header("event-time")));
    }

    /** The service that wrote it. */
    public String producer() {
      return CONTRACT.producer(topic);
    }
  }

  /**
   * Waits until the order has its events on these topics, then gives all of its records. A topic
   * that is named twice is waited for until two events are on it.
   */
  public List<Event> eventsOf(long orderId, String... topics) {
    String key = Long.toString(orderId);
    return await("events of order " + orderId + " on " + List.of(topics))
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> read(key::equals),
            events -> {
              List<String> missing = new ArrayList<>(List.of(topics));
              firstDeliveries(events).forEach(event -> missing.remove(event.topic()));
              return missing.isEmpty();
            });
  }

  /** Every record on the nine topics, by the time of its sending. */
  public List<Event> all() {
    return read(_ -> true);
  }

  /** The records without those that repeat an earlier one. */
  public static List<Event> firstDeliveries(List<Event> events) {
    Set<String> seen = new HashSet<>();
    return events.stream()
        .sorted(Comparator.comparingLong(Event::timestamp).thenComparingLong(Event::offset))
        .filter(event -> seen.add(event.id()))
        .toList();
  }

  private List<Event> read(Predicate<@Nullable String> keys) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", shop.kafka(), "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      Map<String, List<PartitionInfo>> known = consumer.listTopics();
      List<TopicPartition> partitions =
          CONTRACT.topics().stream()
              .flatMap(topic -> known.getOrDefault(topic, List.of()).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Event> events = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < end(ends, p))) {
        for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(200))) {
          if (each.headers().lastHeader(WRITTEN_BY_TEST) == null && keys.test(each.key())) {
            events.add(checked(each));
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

  private static Event checked(ConsumerRecord<String, byte[]> each) {
    Map<String, String> headers = new TreeMap<>();
    StreamSupport.stream(each.headers().spliterator(), false)
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    String value = new String(each.value(), StandardCharsets.UTF_8);
    CONTRACT.checkRecord(each.topic(), each.key(), value, headers);
    return new Event(
        each.topic(),
        each.partition(),
        each.offset(),
        each.key(),
        JSON.readTree(value),
        headers,
        each.timestamp());
  }
}
