package dev.sagashop.platform.outbox.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagashop.platform.outbox.Topic;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer that belongs to nobody: reads a topic from its beginning to its present end. */
final class TopicReader {

  private TopicReader() {}

  /** In offset order within each partition, as any consumer gets them. */
  static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    return Topic.readAll(topic, new ByteArrayDeserializer());
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
