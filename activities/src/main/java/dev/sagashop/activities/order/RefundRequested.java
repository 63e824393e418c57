package dev.sagashop.activities.order;

import dev.sagashop.activities.RefundId;

/**
 * @param refundId of the row that starts the refund's own workflow
 */
public record RefundRequested(RefundId refundId) {}
