package dev.sagashop.workflows.refund;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;

/**
 * @param returnStock whether the stock of the order goes back with the money
 */
public record RefundRequest(
    RefundId refundId, OrderId orderId, Money amount, boolean returnStock) {}
