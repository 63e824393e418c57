package dev.sagashop.activities.order;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;

/**
 * @param transactionId of the charge that came too late
 * @param amount that was captured
 */
public record RequestRefund(OrderId orderId, String transactionId, Money amount) {}
