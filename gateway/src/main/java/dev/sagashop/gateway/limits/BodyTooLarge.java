package dev.sagashop.gateway.limits;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The body is larger than the route takes. */
final class BodyTooLarge extends ProblemException {

  BodyTooLarge(long limit) {
    super(
        HttpStatus.CONTENT_TOO_LARGE,
        "CONTENT_TOO_LARGE",
        "The request body is too large, at most %d bytes are expected here.".formatted(limit));
  }
}
