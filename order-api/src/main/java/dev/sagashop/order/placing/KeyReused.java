package dev.sagashop.order.placing;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** A key stands for one order; the same key with other lines is a fault of the client. */
final class KeyReused extends ProblemException {

  KeyReused(IdempotencyKey key) {
    super(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "IDEMPOTENCY_KEY_REUSED",
        "%s '%s' was used with other lines; send a new key for another order"
            .formatted(IdempotencyKey.HEADER, key.value()));
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }
}
