package dev.sagashop.workflows.refund;

import org.jspecify.annotations.Nullable;

/**
 * @param by who sent the money back on another way
 * @param reason why; not blank
 * @param reference that proves it: of a bank transfer, a voucher; not blank
 * @param refusedAttempt the attempt that the person saw refused; null if it does not matter
 */
public record ResolveManually(
    String by, String reason, String reference, @Nullable Integer refusedAttempt) {}
