package dev.sagashop.activities.order;

import dev.sagashop.activities.RefundId;

/**
 * @param attempt that was refused
 * @param reason as the payment provider gave it
 */
public record FailRefund(RefundId refundId, int attempt, String reason) {}
