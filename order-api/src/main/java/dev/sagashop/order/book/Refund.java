package dev.sagashop.order.book;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;

/**
 * A refund whose row is locked.
 *
 * @param attempt counted from 1; it rises when a refused refund is opened again
 */
public record Refund(
    RefundId id,
    OrderId orderId,
    RefundKind kind,
    Money amount,
    RefundStatus status,
    int attempt) {}
