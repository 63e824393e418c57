package dev.sagashop.activities.order;

import dev.sagashop.activities.RefundId;

/**
 * @param attempt that follows the refused one
 * @param decision by whom, and why it should work this time
 */
public record ReopenRefund(RefundId refundId, int attempt, Decision decision) {}
