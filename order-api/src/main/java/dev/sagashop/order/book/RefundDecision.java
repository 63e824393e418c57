package dev.sagashop.order.book;

import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a refused refund.
 *
 * @param id of the request; a repeat of it is no second decision
 * @param attempt that follows the refused one
 * @param reference that proves a refund outside; null if the provider is to be asked again
 */
public record RefundDecision(
    String id, int attempt, String by, String reason, @Nullable String reference) {}
