package dev.sagashop.identity.auth;

import dev.sagashop.platform.web.FieldProblem;
import dev.sagashop.platform.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Long enough, and yet among the first that somebody would try. */
class WeakPasswordException extends ProblemException {

  private static final FieldProblem FAULT =
      new FieldProblem(
          "password",
          "is too easy to guess; a few words that do not belong together are hard to guess");

  WeakPasswordException() {
    super(HttpStatus.BAD_REQUEST, "VALIDATION_ERROR", FAULT.field() + ": " + FAULT.message());
  }

  @Override
  public List<FieldProblem> errors() {
    return List.of(FAULT);
  }
}
