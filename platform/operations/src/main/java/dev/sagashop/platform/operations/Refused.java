package dev.sagashop.platform.operations;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** An operator's request that changes nothing, and the code that says why. */
final class Refused extends ProblemException {

  private Refused(HttpStatus status, String code, String message) {
    super(status, code, message);
  }

  static Refused notFound(String code, String message) {
    return new Refused(HttpStatus.NOT_FOUND, code, message);
  }

  static Refused conflict(String code, String message) {
    return new Refused(HttpStatus.CONFLICT, code, message);
  }

  static Refused unavailable(String code, String message) {
    return new Refused(HttpStatus.SERVICE_UNAVAILABLE, code, message);
  }
}
