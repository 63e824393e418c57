package dev.sagashop.identity.user;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Nobody has this id, or nobody has it any more. */
public class UserNotFoundException extends ProblemException {

  private UserNotFoundException(String message) {
    super(HttpStatus.NOT_FOUND, "USER_NOT_FOUND", message);
  }

  static UserNotFoundException withId(long id) {
    return new UserNotFoundException("User not found with id: " + id);
  }

  /** The caller's own account is gone while the token still lives. */
  static UserNotFoundException ofToken() {
    return new UserNotFoundException("User not found");
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }
}
