package com.example.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A file with one line of JSON for each record that was read, or could not be. */
@Component
class Journal {

  private final Path file;
  private final JsonMapper json;

  Journal(@Value("${reporting.journal}") Path file, JsonMapper json) {
    this.file = file;
    this.json = json;
  }

  /**
   * One line.
   *
   * @param className of the event, null if the record could not be read
   * @param error null if the record was read
   */
  record Line(
      String topic,
      int partition,
      long offset,
      @Nullable String key,
      @Nullable String eventId,
      @Nullable String className,
      @Nullable Object event,
      @Nullable String error) {}

  void received(ConsumerRecord<?, ?> read, Object event) {
    write(read, event.getClass().getSimpleName(), event, null);
  }

  void failed(ConsumerRecord<?, ?> unread, Exception error) {
    write(unread, null, null, error.toString());
  }

  private synchronized void write(
      ConsumerRecord<?, ?> source,
      @Nullable String className,
      @Nullable Object event,
      @Nullable String error) {
    Header eventId = source.headers().lastHeader("event-id");
    Line line =
        new Line(
            source.topic(),
            source.partition(),
            source.offset(),
            source.key() == null ? null : source.key().toString(),
            eventId == null ? null : new String(eventId.value(), UTF_8),
            className,
            event,
            error);
    try {
      Files.write(file, List.of(json.writeValueAsString(line)), CREATE, APPEND);
    } catch (IOException problem) {
      throw new UncheckedIOException("cannot write to " + file, problem);
    }
  }
}
