package dev.sagashop.identity.auth;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Neither password nor refresh token convinced us; the answer does not say what was close. */
class SignInRefusedException extends ProblemException {

  private SignInRefusedException(String code, String message) {
    super(HttpStatus.UNAUTHORIZED, code, message);
  }

  static SignInRefusedException badCredentials() {
    return new SignInRefusedException("BAD_CREDENTIALS", "Bad credentials");
  }

  static SignInRefusedException unknownRefreshToken() {
    return new SignInRefusedException("REFRESH_TOKEN_INVALID", "Refresh token is not valid");
  }

  static SignInRefusedException expiredRefreshToken() {
    return new SignInRefusedException(
        "REFRESH_TOKEN_EXPIRED", "Refresh token was expired. Please sign in again");
  }

  static SignInRefusedException reusedRefreshToken() {
    return new SignInRefusedException(
        "REFRESH_TOKEN_REUSED", "Refresh token was used before. Please sign in again");
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }
}
