package dev.sagashop.workflows.refund;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;

/**
 * @param attempt from which to go on, counted from 1; a run that follows a terminated one takes up
 *     the attempt that the refund's row names
 * @param returnStock whether the stock of the order goes back with the money
 */
public record RefundRequest(
    RefundId refundId, OrderId orderId, Money amount, int attempt, boolean returnStock) {}
