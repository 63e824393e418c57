package dev.sagashop.platform.outbox.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * A record of a dead-letter topic, without its value.
 *
 * @param originalTopic where it was read, and where a replay sends it
 * @param group of the consumer that gave it up; null if the record does not say
 * @param exception class of the failure, of its cause where there is one
 * @param time when it became a dead letter
 * @param valueBytes size of the value; -1 for a record without value
 */
public record DeadLetter(
    String topic,
    int partition,
    long offset,
    DeadLetterState state,
    String originalTopic,
    @Nullable Integer originalPartition,
    @Nullable Long originalOffset,
    @Nullable String group,
    @Nullable String exception,
    @Nullable String message,
    @Nullable Content key,
    Instant time,
    int valueBytes) {

  static DeadLetter of(
      ConsumerRecord<byte[], byte[]> record, DeadLetterState state, String suffix) {
    Long partition = number(record, KafkaHeaders.DLT_ORIGINAL_PARTITION, Integer.BYTES);
    String cause = text(record, KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN);
    return new DeadLetter(
        record.topic(),
        record.partition(),
        record.offset(),
        state,
        originalTopic(record, suffix),
        partition == null ? null : partition.intValue(),
        number(record, KafkaHeaders.DLT_ORIGINAL_OFFSET, Long.BYTES),
        text(record, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP),
        cause == null ? text(record, KafkaHeaders.DLT_EXCEPTION_FQCN) : cause,
        text(record, KafkaHeaders.DLT_EXCEPTION_MESSAGE),
        Content.of(record.key()),
        Instant.ofEpochMilli(record.timestamp()),
        record.value() == null ? -1 : record.value().length);
  }

  static String originalTopic(ConsumerRecord<byte[], byte[]> record, String suffix) {
    String named = text(record, KafkaHeaders.DLT_ORIGINAL_TOPIC);
    return named == null
        ? record.topic().substring(0, record.topic().length() - suffix.length())
        : named;
  }

  private static @Nullable String text(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static @Nullable Long number(
      ConsumerRecord<byte[], byte[]> record, String name, int bytes) {
    Header header = record.headers().lastHeader(name);
    if (header == null || header.value() == null || header.value().length != bytes) {
      return null;
    }
    ByteBuffer buffer = ByteBuffer.wrap(header.value());
    return bytes == Integer.BYTES ? (long) buffer.getInt() : buffer.getLong();
  }
}
