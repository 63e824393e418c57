package dev.sagashop.identity.throttle;

import dev.sagashop.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The same for an account that exists and for one that does not. */
public class TooManyAttemptsException extends ProblemException {

  private final int secondsLeft;

  TooManyAttemptsException(long secondsLeft) {
    super(
        HttpStatus.TOO_MANY_REQUESTS,
        "TOO_MANY_ATTEMPTS",
        "Too many attempts; the header Retry-After says in how many seconds to try again.");
    this.secondsLeft = (int) Math.max(1, secondsLeft);
  }

  /** Runs what may be refused, and says in the answer when it will not be any more. */
  public static <T> T tell(HttpServletResponse response, Supplier<T> attempt) {
    try {
      return attempt.get();
    } catch (TooManyAttemptsException e) {
      response.setIntHeader(HttpHeaders.RETRY_AFTER, e.secondsLeft);
      throw e;
    }
  }
}
