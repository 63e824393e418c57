package dev.sagashop.activities.order;

import dev.sagashop.activities.RefundId;

/** Names the refund that succeeded. */
public record CompleteRefund(RefundId refundId) {}
