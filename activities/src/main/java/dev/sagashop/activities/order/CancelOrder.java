package dev.sagashop.activities.order;

import dev.sagashop.activities.OrderId;

/**
 * @param explanation one sentence for the customer and the timeline
 */
public record CancelOrder(OrderId orderId, CancelReason reason, String explanation) {}
