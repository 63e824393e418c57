package dev.sagashop.gateway.limits;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The client must wait. */
final class TooManyRequests extends ProblemException {

  TooManyRequests(long seconds) {
    super(
        HttpStatus.TOO_MANY_REQUESTS,
        "TOO_MANY_REQUESTS",
        "Too many requests from your address; try again after %d s.".formatted(seconds));
  }
}
