package dev.sagashop.activities.payment;

import dev.sagashop.activities.OrderId;

/**
 * @param reason as consumers of {@code payment-failed} read it
 */
public record VoidCharge(OrderId orderId, String reason) {}
