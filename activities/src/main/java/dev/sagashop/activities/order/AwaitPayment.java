package dev.sagashop.activities.order;

import dev.sagashop.activities.OrderId;
import java.time.Instant;

/**
 * @param expiresAt when the workflow gives the stock back unless the order is paid; shown to the
 *     customer, decided by the workflow alone
 */
public record AwaitPayment(OrderId orderId, Instant expiresAt) {}
