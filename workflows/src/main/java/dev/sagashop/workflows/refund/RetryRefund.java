package dev.sagashop.workflows.refund;

/**
 * @param by who asks
 * @param reason why it should work this time; not blank
 */
public record RetryRefund(String by, String reason) {}
