package dev.sagashop.platform.outbox.deadletter;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Sends dead letters back to where they came from, as they were before they failed. */
final class Replayer implements AutoCloseable {

  /** What the dead-letter publisher adds, and nobody else. */
  private static final String ADDED = "kafka_dlt-";

  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Duration longestSend;

  /** Null before the first replay, and after an error. */
  private @Nullable Producer<byte[], byte[]> producer;

  Replayer(Supplier<Producer<byte[], byte[]>> producers, Duration longestSend) {
    this.producers = producers;
    this.longestSend = longestSend;
  }

  /**
   * Returns when all in-sync replicas have it.
   *
   * @throws KafkaException if they did not say so in time
   */
  RecordMetadata send(ConsumerRecord<byte[], byte[]> letter, String topic) {
    try {
      return current()
          .send(original(letter, topic))
          .get(longestSend.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException error) {
      close();
      throw error.getCause() instanceof KafkaException cause ? cause : new KafkaException(error);
    } catch (TimeoutException error) {
      close();
      throw new org.apache.kafka.common.errors.TimeoutException(
          "no acknowledgement within " + longestSend, error);
    } catch (InterruptedException interrupted) {
      throw new InterruptException(interrupted);
    }
  }

  /** No partition: the key leads to the same one as before, where its order is kept. */
  private static ProducerRecord<byte[], byte[]> original(
      ConsumerRecord<byte[], byte[]> letter, String topic) {
    var headers = new RecordHeaders();
    for (Header header : letter.headers()) {
      if (!header.key().startsWith(ADDED)) {
        headers.add(header);
      }
    }
    return new ProducerRecord<>(topic, null, letter.key(), letter.value(), headers);
  }

  private synchronized Producer<byte[], byte[]> current() {
    Producer<byte[], byte[]> current = producer;
    if (current == null) {
      current = producers.get();
      producer = current;
    }
    return current;
  }

  @Override
  public synchronized void close() {
    Producer<byte[], byte[]> current = producer;
    producer = null;
    if (current != null) {
      current.close(Duration.ZERO);
    }
  }
}
