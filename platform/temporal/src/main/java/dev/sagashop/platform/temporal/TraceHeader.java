package dev.sagashop.platform.temporal;

import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.Header;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entry {@code traceparent} (W3C) among the headers of workflows and activities. */
final class TraceHeader {

  static final String NAME = "traceparent";
  private static final Logger log = LoggerFactory.getLogger(TraceHeader.class);

  private TraceHeader() {}

  /** A copy, because headers that came from the server cannot be changed. */
  static Header with(Header header, @Nullable Payload trace) {
    if (trace == null || header.getValues().containsKey(NAME)) {
      return header;
    }
    Map<String, Payload> values = new HashMap<>(header.getValues());
    values.put(NAME, trace);
    return new Header(values);
  }

  static Optional<Payload> payload(String traceparent) {
    return DefaultDataConverter.STANDARD_INSTANCE.toPayload(traceparent);
  }

  static @Nullable Payload read(Header header) {
    return header.getValues().get(NAME);
  }

  /** A header that cannot be read costs the link to the trace, never the activity. */
  static @Nullable String text(Header header) {
    Payload payload = read(header);
    if (payload == null) {
      return null;
    }
    try {
      return DefaultDataConverter.STANDARD_INSTANCE.fromPayload(
          payload, String.class, String.class);
    } catch (DataConverterException e) {
      log.warn("The header {} is not a text; the activity starts a trace of its own", NAME, e);
      return null;
    }
  }
}
