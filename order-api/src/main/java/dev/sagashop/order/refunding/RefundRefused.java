package dev.sagashop.order.refunding;

import dev.sagashop.activities.RefundId;
import dev.sagashop.order.book.Order;
import dev.sagashop.order.book.RefundStatus;
import dev.sagashop.order.placing.IdempotencyKey;
import dev.sagashop.order.saga.DecisionRefused;
import dev.sagashop.platform.web.ProblemException;
import dev.sagashop.workflows.refund.RefundWorkflow;
import org.springframework.http.HttpStatus;

/** Why a refund cannot be asked for, or a decision about it cannot be taken. Nothing changed. */
final class RefundRefused extends ProblemException {

  private RefundRefused(HttpStatus status, String code, String message) {
    super(status, code, message);
  }

  static RefundRefused orderNotRefundable(Order order) {
    return new RefundRefused(
        HttpStatus.CONFLICT,
        "ORDER_NOT_REFUNDABLE",
        "Order %s is %s, expected PAID or DELIVERED: there is no part of its money to give back"
            .formatted(order.id(), order.status()));
  }

  static RefundRefused moreUnitsThanLeft(long productId, long quantity, int left) {
    return new RefundRefused(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "REFUND_EXCEEDS_LINE",
        "quantity=%d of productId=%d is asked back, the order has %d left that were not"
            .formatted(quantity, productId, left));
  }

  static RefundRefused keyReused(IdempotencyKey key, RefundId refundId) {
    return new RefundRefused(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "IDEMPOTENCY_KEY_REUSED",
        "%s '%s' stands for refund %s with another body; send a new key for another refund"
            .formatted(IdempotencyKey.HEADER, key.value(), refundId));
  }

  static RefundRefused notFound(long orderNumber, long refundNumber) {
    return new RefundRefused(
        HttpStatus.NOT_FOUND,
        "REFUND_NOT_FOUND",
        "Order %d has no refund %d".formatted(orderNumber, refundNumber));
  }

  static RefundRefused notRefused(RefundId refundId, RefundStatus status) {
    return new RefundRefused(
        HttpStatus.CONFLICT,
        "REFUND_NOT_REFUSED",
        "Refund %s is %s, expected FAILED: there is nothing to decide".formatted(refundId, status));
  }

  static RefundRefused decidedMeanwhile(RefundId refundId) {
    return new RefundRefused(
        HttpStatus.CONFLICT,
        "REFUND_NOT_REFUSED",
        "Somebody has just decided about refund %s: look at it again".formatted(refundId));
  }

  static RefundRefused bySaga(DecisionRefused refusal) {
    String message = String.valueOf(refusal.getMessage());
    return switch (refusal.type()) {
      case RefundWorkflow.OTHER_ATTEMPT ->
          new RefundRefused(HttpStatus.CONFLICT, "REFUND_ATTEMPT_DIFFERS", message);
      case RefundWorkflow.INCOMPLETE ->
          new RefundRefused(HttpStatus.BAD_REQUEST, "VALIDATION_ERROR", message);
      default -> new RefundRefused(HttpStatus.CONFLICT, "REFUND_NOT_REFUSED", message);
    };
  }

  static RefundRefused outcomeUnknown(RefundId refundId) {
    return new RefundRefused(
        HttpStatus.SERVICE_UNAVAILABLE,
        "SAGA_ENGINE_UNAVAILABLE",
        "Whether refund %s took the decision is not known: repeat it with the same Idempotency-Key"
            .formatted(refundId));
  }
}
