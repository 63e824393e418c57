package dev.sagashop.order.attention;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.WorkflowIds;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which saga.
 *
 * @param number of the order, or of the refund
 */
record SagaId(Kind kind, long number) {

  private static final Pattern WORKFLOW_ID = Pattern.compile("(checkout|refund)-([1-9]\\d{0,17})");

  enum Kind {
    CHECKOUT,
    REFUND
  }

  static SagaId checkout(long orderNumber) {
    return new SagaId(Kind.CHECKOUT, orderNumber);
  }

  static SagaId refund(long refundNumber) {
    return new SagaId(Kind.REFUND, refundNumber);
  }

  /** Empty if no saga has such an id. */
  static Optional<SagaId> parse(String workflowId) {
    Matcher matcher = WORKFLOW_ID.matcher(workflowId);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(2));
    return Optional.of(matcher.group(1).equals("checkout") ? checkout(number) : refund(number));
  }

  String workflowId() {
    return switch (kind) {
      case CHECKOUT -> WorkflowIds.checkout(new OrderId(number));
      case REFUND -> WorkflowIds.refund(new RefundId(number));
    };
  }
}
