package dev.sagashop.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.format.DateTimeFormatter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The record that consumers receive: key, value and headers of the contract, version 1. */
final class EventHeaders {

  static final String EVENT_ID = "event-id";
  static final String EVENT_SEQUENCE = "event-sequence";
  static final String EVENT_TIME = "event-time";

  /** The older consumers choose the class of the value by it, and refuse records without it. */
  static final String TYPE_ID = "__TypeId__";

  static final String CONTRACT_VERSION = "event-contract-version";
  static final String TRACEPARENT = "traceparent";
  static final String JSON_HEADER_TYPES = "spring_json_header_types";

  private EventHeaders() {}

  static ProducerRecord<String, byte[]> toRecord(ClaimedEvent event) {
    var headers = new RecordHeaders();
    add(headers, TYPE_ID, event.typeId());
    add(headers, CONTRACT_VERSION, "v1");
    add(headers, JSON_HEADER_TYPES, "{\"event-contract-version\":\"java.lang.String\"}");
    add(headers, EVENT_ID, Long.toString(event.id()));
    add(headers, EVENT_SEQUENCE, Long.toString(event.sequence()));
    add(headers, EVENT_TIME, DateTimeFormatter.ISO_INSTANT.format(event.createdAt()));
    if (event.traceparent() != null) {
      add(headers, TRACEPARENT, event.traceparent());
    }
    return new ProducerRecord<>(
        event.topic(), null, event.aggregateKey(), event.payload().getBytes(UTF_8), headers);
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
