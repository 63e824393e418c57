package dev.sagashop.workflows.refund;

/**
 * @param by who sent the money back on another way
 * @param reason why; not blank
 * @param reference that proves it: of a bank transfer, a voucher; not blank
 */
public record ResolveManually(String by, String reason, String reference) {}
