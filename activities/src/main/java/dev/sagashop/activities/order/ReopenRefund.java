package dev.sagashop.activities.order;

import dev.sagashop.activities.RefundId;

/**
 * @param attempt that follows the refused one
 * @param by who asked, for the timeline
 * @param reason why it should work this time, for the timeline
 */
public record ReopenRefund(RefundId refundId, int attempt, String by, String reason) {}
