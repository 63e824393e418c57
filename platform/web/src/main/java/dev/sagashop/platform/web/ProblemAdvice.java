package dev.sagashop.platform.web;

import dev.sagashop.platform.web.csv.CsvFile;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;

/** Turns every exception of a controller, and of what leads to it, into the one error body. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  /** Codes of the standard: a character that is not in the repertoire, a time out of range. */
  private static final Set<String> UNSTORABLE = Set.of("22021", "22008");

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(ProblemException e, HttpServletRequest request) {
    return answer(e.status(), new HttpHeaders(), problems.of(request, e));
  }

  @ExceptionHandler
  ResponseEntity<Object> invalid(ConstraintViolationException e, HttpServletRequest request) {
    return answer(
        HttpStatus.BAD_REQUEST,
        new HttpHeaders(),
        problems.invalid(request, ValidationFaults.of(e)));
  }

  /** What is too large has an answer of its own, by the class above. */
  @ExceptionHandler
  ResponseEntity<Object> unreadable(MultipartException e, HttpServletRequest request) {
    return answer(
        HttpStatus.BAD_REQUEST,
        new HttpHeaders(),
        problems.of(
            request,
            HttpStatus.BAD_REQUEST,
            "The multipart body cannot be read: send its parts between the boundary that Content-Type names."));
  }

  /**
   * What Tomcat and the firewall find when somebody first asks for a parameter: {@code ?=1}, {@code
   * ?a=%zz}, control characters in a name.
   */
  @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
  ResponseEntity<Object> unreadable(RuntimeException e, HttpServletRequest request) {
    log.debug("The query or form of a request cannot be read", e);
    return answer(
        HttpStatus.BAD_REQUEST,
        new HttpHeaders(),
        problems.of(
            request,
            HttpStatus.BAD_REQUEST,
            "The query or form cannot be read: every parameter needs a printable name, and encoded text."));
  }

  /** The security filters answer these. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void refusedBySecurity(Exception e) throws Exception {
    throw e;
  }

  /** Nothing can be answered any more; the server breaks the connection. */
  @ExceptionHandler
  void brokenOff(CsvFile.BrokenOffException e) {
    throw e;
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> unexpected(Exception e, HttpServletRequest request) {
    if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
      log.debug("The client of {} {} went away", request.getMethod(), request.getRequestURI());
      return null;
    }
    if (isUnstorable(e)) {
      return answer(
          HttpStatus.BAD_REQUEST,
          new HttpHeaders(),
          problems.of(
              request,
              HttpStatus.BAD_REQUEST,
              "A value cannot be stored: texts go without U+0000, times lie in the years 0 to 9999."));
    }
    return internalError(e, new HttpHeaders(), request);
  }

  /** What only the database can tell about a value of the request. */
  private static boolean isUnstorable(Throwable e) {
    return Stream.<@Nullable Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && UNSTORABLE.contains(sql.getSQLState()));
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode statusCode,
      WebRequest webRequest) {
    HttpServletRequest request = ((ServletWebRequest) webRequest).getRequest();
    HttpStatus status = HttpStatus.resolve(statusCode.value());
    if (status == null || status == HttpStatus.INTERNAL_SERVER_ERROR) {
      return internalError(e, headers, request);
    }
    Problem problem =
        switch (e) {
          case MethodArgumentNotValidException invalid ->
              problems.invalid(request, ValidationFaults.of(invalid));
          case HandlerMethodValidationException invalid ->
              problems.invalid(request, ValidationFaults.of(invalid));
          case MethodArgumentTypeMismatchException wrong ->
              problems.invalid(request, List.of(ValidationFaults.of(wrong)));
          case MissingServletRequestParameterException missing ->
              missing(request, missing.getParameterName(), "parameter");
          case MissingRequestHeaderException missing ->
              missing(request, missing.getHeaderName(), "header");
          case MissingRequestCookieException missing ->
              missing(request, missing.getCookieName(), "cookie");
          case MissingServletRequestPartException missing ->
              missing(request, missing.getRequestPartName(), "part");
          case HttpMessageNotReadableException unreadable -> {
            if (!(unreadable.getCause() instanceof JacksonException fault)) {
              yield problems.of(
                  request, status, "The request body is missing or cannot be read: send JSON.");
            }
            Problem json = JsonFaults.problem(problems, request, fault);
            status = HttpStatus.valueOf(json.status());
            yield json;
          }
          case ResponseStatusException chosen when chosen.getReason() != null ->
              problems.of(request, status, chosen.getReason());
          default -> problems.of(request, status, message(status, request));
        };
    return answer(status, headers, problem);
  }

  private Problem missing(HttpServletRequest request, String name, String kind) {
    return problems.invalid(
        request, List.of(new FieldProblem(name, "is missing; send this " + kind)));
  }

  private ResponseEntity<Object> internalError(
      Exception e, HttpHeaders headers, HttpServletRequest request) {
    log.error("Unexpected error on {} {}", request.getMethod(), request.getRequestURI(), e);
    HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
    return answer(status, headers, problems.of(request, status, message(status, request)));
  }

  private static ResponseEntity<Object> answer(
      HttpStatus status, HttpHeaders headers, Problem problem) {
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /** Own words, because those of the framework name classes. */
  static String message(HttpStatus status, HttpServletRequest request) {
    Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String route =
        request.getMethod() + " " + (original == null ? request.getRequestURI() : original);
    return switch (status) {
      case BAD_REQUEST -> "The request is malformed.";
      case NOT_FOUND -> "There is no route " + route + ".";
      case METHOD_NOT_ALLOWED -> "The route does not offer " + route + "; see the header Allow.";
      case NOT_ACCEPTABLE ->
          "The route cannot answer in the format of the header Accept: "
              + request.getHeader(HttpHeaders.ACCEPT);
      case CONTENT_TOO_LARGE -> "The request body is too large.";
      case UNSUPPORTED_MEDIA_TYPE ->
          "The route does not read the format of the header Content-Type: "
              + request.getContentType();
      case INTERNAL_SERVER_ERROR -> "An unexpected error occurred";
      default -> status.getReasonPhrase();
    };
  }
}
