package dev.sagashop.platform.web.live;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** This process serves as many streams as it may, or is about to end. */
final class TooManyStreams extends ProblemException {

  static final int RETRY_AFTER_SECONDS = 5;

  TooManyStreams(int most) {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "TOO_MANY_STREAMS",
        "No further stream can be served at the moment, the limit is %d; try again in %d seconds."
            .formatted(most, RETRY_AFTER_SECONDS));
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }
}
