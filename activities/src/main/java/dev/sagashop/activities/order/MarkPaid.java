package dev.sagashop.activities.order;

import dev.sagashop.activities.OrderId;

/**
 * @param transactionId of the payment
 */
public record MarkPaid(OrderId orderId, String transactionId) {}
