package dev.sagashop.audit.checks;

/**
 * One row that breaks a law.
 *
 * @param key names the row, such as {@code order 42} or {@code SKU-003}
 */
public record Drift(String key, String expected, String found) {}
