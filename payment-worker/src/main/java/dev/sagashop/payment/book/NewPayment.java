package dev.sagashop.payment.book;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a payment before the provider is asked.
 *
 * @param customerId null if an admin asks
 */
public record NewPayment(
    OrderId orderId,
    @Nullable Long customerId,
    Money amount,
    String method,
    PaymentOrigin origin) {}
