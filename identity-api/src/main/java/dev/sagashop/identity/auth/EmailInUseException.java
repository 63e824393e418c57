package dev.sagashop.identity.auth;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The address has an account. */
class EmailInUseException extends ProblemException {

  EmailInUseException() {
    super(HttpStatus.CONFLICT, "EMAIL_IN_USE", "Email already in use");
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }
}
