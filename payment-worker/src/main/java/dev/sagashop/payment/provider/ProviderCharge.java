package dev.sagashop.payment.provider;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A charge, as the provider knows it.
 *
 * @param key under which the provider recognises repeats
 * @param customerId who pays; null if an admin asked
 * @param objectId the provider's own object, if an earlier call named one
 */
public record ProviderCharge(
    String key,
    OrderId orderId,
    @Nullable Long customerId,
    Money amount,
    @Nullable String objectId) {}
