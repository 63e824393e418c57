package dev.sagashop.payment.provider;

import dev.sagashop.activities.Money;

/**
 * @param key under which the provider recognises repeats
 * @param charge that the money was taken by
 * @param amount the whole of it or a part
 */
public record ProviderRefund(String key, ProviderCharge charge, Money amount) {}
