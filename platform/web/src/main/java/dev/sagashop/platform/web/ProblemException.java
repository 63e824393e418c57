package dev.sagashop.platform.web;

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
}
