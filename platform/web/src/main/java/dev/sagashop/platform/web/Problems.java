package dev.sagashop.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Makes error bodies, and writes them where no controller is involved. */
final class Problems {

  private static final URI BLANK = URI.create("about:blank");

  private final JsonMapper json;
  private final Clock clock;

  Problems(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  Problem of(HttpServletRequest request, ProblemException e) {
    return of(
        request,
        e.status(),
        e.code(),
        e.error(),
        Objects.requireNonNullElse(e.getMessage(), e.status().getReasonPhrase()),
        e.errors(),
        e.extensions());
  }

  /** A problem without a domain code of its own: the code is the name of the status. */
  Problem of(HttpServletRequest request, HttpStatus status, String message) {
    return of(request, status, status.name(), status.getReasonPhrase(), message, List.of());
  }

  Problem invalid(HttpServletRequest request, List<FieldProblem> errors) {
    String message =
        errors.stream()
            .map(error -> error.field() + ": " + error.message())
            .collect(Collectors.joining(", "));
    return of(
        request,
        HttpStatus.BAD_REQUEST,
        "VALIDATION_ERROR",
        "VALIDATION_ERROR",
        message,
        List.copyOf(errors));
  }

  Problem of(
      HttpServletRequest request,
      HttpStatus status,
      String code,
      String error,
      String message,
      List<FieldProblem> errors) {
    return of(request, status, code, error, message, errors, Map.of());
  }

  private Problem of(
      HttpServletRequest request,
      HttpStatus status,
      String code,
      String error,
      String message,
      List<FieldProblem> errors,
      Map<String, Object> extensions) {
    String path = path(request);
    return new Problem(
        LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS),
        status.value(),
        error,
        message,
        path,
        BLANK,
        status.getReasonPhrase(),
        message,
        path,
        code,
        TraceIdFilter.traceId(request),
        errors,
        extensions);
  }

  void write(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String message)
      throws IOException {
    byte[] body = json.writeValueAsBytes(of(request, status, message));
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
        ? original
        : request.getRequestURI();
  }
}
