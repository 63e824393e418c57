package dev.sagashop.platform.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A refusal with a status and a code. Features extend it, so that an exception and its meaning for
 * HTTP stand in one place.
 */
public abstract class ProblemException extends RuntimeException {

  private final HttpStatus status;
  private final String code;

  /**
   * @param code stable, in capitals, for programs: {@code ORDER_NOT_FOUND}
   * @param message for people: names the offending and the expected value
   */
  protected ProblemException(HttpStatus status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  /**
   * The field {@code error} of the body, which older clients read: the domain code, or the reason
   * phrase where the code only names the status ({@code CONFLICT}). A feature whose contract wants
   * the reason phrase next to a code of its own overrides this.
   */
  public String error() {
    return code.equals(status.name()) ? status.getReasonPhrase() : code;
  }

  /** What programs need beyond the code, as members of the body: {@code refundable}. */
  public Map<String, Object> extensions() {
    return Map.of();
  }

  /** The fields of the request that are at fault, if any. */
  public List<FieldProblem> errors() {
    return List.of();
  }
}
