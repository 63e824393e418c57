package dev.sagashop.gateway.headers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Answers what is no request of HTTP, or has larger headers than the server reads: no filter sees
 * it, because it belongs to no application. Its path is unknown.
 */
final class MalformedRequests extends ErrorReportValve {

  private final List<HeaderWriter> headers;

  MalformedRequests(List<HeaderWriter> headers) {
    this.headers = List.copyOf(headers);
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable fault) {
    HttpStatus status = HttpStatus.resolve(response.getStatus());
    if (status == null
        || !status.isError()
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    String traceId = UUID.randomUUID().toString();
    String reason = status.getReasonPhrase();
    String message = status == HttpStatus.BAD_REQUEST ? "The request is malformed." : reason;
    String body =
        """
        {"timestamp":"%s","status":%d,"error":"%s","message":"%s","path":"","type":"about:blank",\
        "title":"%s","detail":"%s","instance":"","code":"%s","traceId":"%s","errors":[]}"""
            .formatted(
                LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS),
                status.value(),
                reason,
                message,
                reason,
                message,
                status.name(),
                traceId);
    try {
      headers.forEach(header -> header.writeHeaders(request, response));
      response.setHeader("X-Trace-Id", traceId);
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException e) {
      throw new UncheckedIOException("The client did not wait for the answer", e);
    }
  }
}
