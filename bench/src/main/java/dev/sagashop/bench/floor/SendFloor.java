package dev.sagashop.bench.floor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sagashop.bench.place.BorrowedTopic;
import dev.sagashop.bench.place.Place;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One record of an event's size, until the broker has acknowledged it. */
final class SendFloor implements AutoCloseable {

  private static final byte[] VALUE = "x".repeat(300).getBytes(UTF_8);

  private final KafkaProducer<String, byte[]> producer;
  private final String topic;

  SendFloor(Place place, BorrowedTopic topic) {
    this.topic = topic.name();
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                place.kafka(),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  void run() throws Exception {
    producer.send(new ProducerRecord<>(topic, UUID.randomUUID().toString(), VALUE)).get();
  }

  @Override
  public void close() {
    producer.close();
  }
}
