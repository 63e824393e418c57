package dev.sagashop.workflows.refund;

/**
 * @param attempt that is now under way
 */
public record DecisionAccepted(int attempt) {}
