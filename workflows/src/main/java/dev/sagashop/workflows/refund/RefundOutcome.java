package dev.sagashop.workflows.refund;

/**
 * @param attempts how many it took, 1 or more
 */
public record RefundOutcome(int attempts) {}
