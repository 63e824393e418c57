package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;
import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Whether a checkout is under way cannot be told, so no stock moves past it. */
final class SagaUnknownException extends ProblemException {

  SagaUnknownException(OrderId orderId, Throwable cause) {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "SAGA_UNKNOWN",
        "Temporal does not tell whether the checkout of order %s is under way; try again"
            .formatted(orderId));
    initCause(cause);
  }
}
