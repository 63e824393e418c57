package dev.sagashop.activities.order;

import dev.sagashop.activities.RefundId;

/**
 * @param attempt that follows the refused one, and stands for the refund outside
 * @param reference that proves the refund: of a bank transfer, a voucher
 */
public record ResolveRefund(RefundId refundId, int attempt, Decision decision, String reference) {}
