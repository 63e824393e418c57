package dev.sagashop.activities.payment;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;

/**
 * @param customerId number of the user who pays
 */
public record ChargeOrder(OrderId orderId, long customerId, Money amount) {}
