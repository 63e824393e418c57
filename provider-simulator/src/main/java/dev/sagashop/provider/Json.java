package dev.sagashop.provider;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the routes and the journal speak it. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private Json() {}

  static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  static void write(OutputStream stream, Object value) throws IOException {
    MAPPER.writeValue(stream, value);
    stream.flush();
  }

  /** A body that somebody sent. */
  static <T> T body(byte[] text, Class<T> type) {
    try {
      T body = MAPPER.readValue(text, type);
      if (body == null) {
        throw Refusal.invalid("The body is null, expected an object");
      }
      return body;
    } catch (JacksonException e) {
      throw Refusal.invalid("The body cannot be read: " + e.getOriginalMessage());
    }
  }

  /** A line of the journal. */
  static JournalEntry entry(byte[] line) {
    return MAPPER.readValue(line, JournalEntry.class);
  }
}
