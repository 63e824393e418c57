package dev.sagashop.workflows.refund;

import org.jspecify.annotations.Nullable;

/**
 * @param by who asks
 * @param reason why it should work this time; not blank
 * @param refusedAttempt the attempt that the person saw refused; null if it does not matter
 */
public record RetryRefund(String by, String reason, @Nullable Integer refusedAttempt) {}
