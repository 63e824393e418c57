package dev.sagashop.order.book;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import org.jspecify.annotations.Nullable;

/**
 * A refund whose row is locked.
 *
 * @param attempt counted from 1; it rises when a refused refund is opened again
 * @param restock whether the units of its lines go back on the shelf
 * @param outsideReference of the refund outside that the attempt stands for, null if the provider
 *     is asked
 */
public record Refund(
    RefundId id,
    OrderId orderId,
    RefundKind kind,
    Money amount,
    RefundStatus status,
    int attempt,
    boolean restock,
    @Nullable String outsideReference) {}
