package dev.sagashop.activities;

/** The business id is the workflow id, so that a saga can be found, and exists once. */
public final class WorkflowIds {

  private WorkflowIds() {}

  public static String checkout(OrderId orderId) {
    return "checkout-" + orderId;
  }

  public static String refund(RefundId refundId) {
    return "refund-" + refundId;
  }
}
