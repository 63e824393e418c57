package dev.sagashop.identity.user;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** A change of role that would leave nobody in charge, or that nobody in charge asks for. */
class RoleRefusedException extends ProblemException {

  private RoleRefusedException(HttpStatus status, String code, String message) {
    super(status, code, message);
  }

  static RoleRefusedException own() {
    return new RoleRefusedException(
        HttpStatus.CONFLICT, "OWN_ROLE", "Nobody changes their own role; ask another admin.");
  }

  static RoleRefusedException lastAdmin(long id) {
    return new RoleRefusedException(
        HttpStatus.CONFLICT,
        "LAST_ADMIN",
        "User %d is the last admin; make somebody else an admin first.".formatted(id));
  }

  static RoleRefusedException notAdminAnyMore() {
    return new RoleRefusedException(
        HttpStatus.FORBIDDEN, "FORBIDDEN", "You are not an admin any more; sign in again.");
  }
}
