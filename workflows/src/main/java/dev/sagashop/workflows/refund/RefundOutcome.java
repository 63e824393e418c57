package dev.sagashop.workflows.refund;

/**
 * @param attempts the number of the one that succeeded
 */
public record RefundOutcome(int attempts) {}
