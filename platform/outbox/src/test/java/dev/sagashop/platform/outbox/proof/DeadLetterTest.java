package dev.sagashop.platform.outbox.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.platform.outbox.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;

/** A record that cannot be handled goes to its dead-letter topic and back, byte for byte. */
class DeadLetterTest {

  private static final String ADDED = "kafka_dlt-";

  @Test
  void aDeadLetterIsTheRecordThatCameAndGoesBackAsIt() {
    try (Stage stage = Stage.open(Variant.INTACT)) {
      TestParts.kafka().createTopics(stage.topic(), stage.topic() + ".DLT");
      List<String> settings =
          stage.settings(
              "--sagashop.outbox.relay-enabled=false",
              "--sagashop.outbox.consumer.first-backoff=50ms",
              "--sagashop.outbox.consumer.retry-for=200ms");
      try (var context =
          new SpringApplicationBuilder(Application.class)
              .web(WebApplicationType.NONE)
              .run(settings.toArray(String[]::new))) {
        Listener listener = context.getBean(Listener.class);
        List<ProducerRecord<byte[], byte[]>> strange = strangeRecords(stage.topic());
        send(strange);
        send(List.of(record(stage.topic(), "good", "fine".getBytes(UTF_8))));
        await().atMost(Stage.LIMIT).until(() -> read(letters(stage)).size() == strange.size());
        await().atMost(Stage.LIMIT).until(() -> listener.handled.size() == 1);
        List<Bytes> originals = bytes(read(stage.topic())).subList(0, strange.size());
        assertThat(originals).isEqualTo(strange.stream().map(Bytes::of).toList());
        assertThat(bytes(read(letters(stage)))).isEqualTo(originals);

        listener.mended = true;
        send(read(letters(stage)).stream().map(it -> back(it, stage.topic())).toList());
        await().atMost(Stage.LIMIT).until(() -> listener.handled.size() == 1 + strange.size());
        List<ConsumerRecord<byte[], byte[]>> all = read(stage.topic());
        assertThat(bytes(all.subList(strange.size() + 1, all.size()))).isEqualTo(originals);
        assertThat(read(letters(stage))).hasSameSizeAs(strange);
      }
    }
  }

  private static String letters(Stage stage) {
    return stage.topic() + ".DLT";
  }

  private static List<ProducerRecord<byte[], byte[]>> strangeRecords(String topic) {
    byte[] allBytes = new byte[256];
    for (int i = 0; i < allBytes.length; i++) {
      allBytes[i] = (byte) i;
    }
    var decorated = record(topic, "7", "{broken".getBytes(UTF_8));
    decorated.headers().add("__TypeId__", "alias".getBytes(UTF_8));
    decorated.headers().add("twice", "first".getBytes(UTF_8));
    decorated.headers().add("twice", allBytes);
    decorated.headers().add("empty", new byte[0]);
    decorated.headers().add("nothing", null);
    return List.of(
        decorated,
        record(topic, "8", allBytes),
        record(topic, "9", null),
        record(topic, null, "no key".getBytes(UTF_8)),
        record(topic, "K\u00f6ln \u20ac", new byte[0]),
        record(topic, "large", new byte[900_000]));
  }

  /** All in one partition, so that their order tells which is which. */
  private static ProducerRecord<byte[], byte[]> record(
      String topic, @Nullable String key, byte @Nullable [] value) {
    return new ProducerRecord<>(topic, 1, key == null ? null : key.getBytes(UTF_8), value);
  }

  private static ProducerRecord<byte[], byte[]> back(
      ConsumerRecord<byte[], byte[]> letter, String topic) {
    var original = new ArrayList<Header>();
    letter.headers().forEach(original::add);
    original.removeIf(header -> header.key().startsWith(ADDED));
    return new ProducerRecord<>(topic, letter.partition(), letter.key(), letter.value(), original);
  }

  private static void send(List<ProducerRecord<byte[], byte[]>> records) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", TestParts.kafka().bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (var record : records) {
        var unusedBecauseCloseFlushes = producer.send(record);
      }
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    var records = new ArrayList<>(TopicReader.read(topic));
    records.sort(Comparator.comparingLong(ConsumerRecord::offset));
    return records;
  }

  private static List<Bytes> bytes(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(Bytes::of).toList();
  }

  /** What is compared: key, value, and the headers that were not added on the way. */
  private record Bytes(int partition, String key, String value, List<String> headers) {

    static Bytes of(ProducerRecord<byte[], byte[]> it) {
      return new Bytes(
          it.partition(), text(it.key()), text(it.value()), texts(it.headers().toArray()));
    }

    static Bytes of(ConsumerRecord<byte[], byte[]> it) {
      return new Bytes(
          it.partition(), text(it.key()), text(it.value()), texts(it.headers().toArray()));
    }

    private static List<String> texts(Header[] headers) {
      return Arrays.stream(headers)
          .filter(header -> !header.key().startsWith(ADDED))
          .map(header -> header.key() + "=" + text(header.value()))
          .toList();
    }

    private static String text(byte @Nullable [] bytes) {
      return bytes == null ? "null" : Arrays.toString(bytes);
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    Listener listener() {
      return new Listener();
    }
  }

  static final class Listener {

    private final List<String> handled = new CopyOnWriteArrayList<>();
    private volatile boolean mended;

    @KafkaListener(topics = "${sagashop.outbox.topics}", groupId = "sagashop-dead-letter-proof")
    void on(ConsumerRecord<String, byte[]> event) {
      if (!mended && !"good".equals(event.key())) {
        throw new IllegalStateException("no effect possible");
      }
      handled.add(event.topic());
    }
  }
}
