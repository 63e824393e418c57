package dev.sagashop.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** By what a consumer recognizes an event that it has seen. */
public final class EventIds {

  private EventIds() {}

  /**
   * The id to give to the {@link Inbox}: {@code <topic>#<header event-id>}, or {@code
   * <topic>:<key>} for a record without that header. The topic belongs to it, because each
   * producing service counts its events by itself.
   */
  public static String of(ConsumerRecord<String, ?> event) {
    var header = event.headers().lastHeader(EventHeaders.EVENT_ID);
    return header == null
        ? event.topic() + ":" + event.key()
        : event.topic() + "#" + new String(header.value(), UTF_8);
  }
}
