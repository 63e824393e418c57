package dev.sagashop.order.reading;

import dev.sagashop.platform.web.ProblemException;
import java.time.Instant;
import org.springframework.http.HttpStatus;

final class InvalidRange extends ProblemException {

  InvalidRange(Instant from, Instant to) {
    super(
        HttpStatus.BAD_REQUEST,
        "INVALID_RANGE",
        "from: %s is after to: %s; expected a time before it".formatted(from, to));
  }
}
