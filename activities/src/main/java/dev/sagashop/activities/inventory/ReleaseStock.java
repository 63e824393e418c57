package dev.sagashop.activities.inventory;

import dev.sagashop.activities.OrderId;

/**
 * @param reason kept in the release audit
 */
public record ReleaseStock(OrderId orderId, ReleaseReason reason) {}
