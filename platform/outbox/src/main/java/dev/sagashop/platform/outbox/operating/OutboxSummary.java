package dev.sagashop.platform.outbox.operating;

import java.util.Map;

/**
 * The outbox at a glance.
 *
 * @param counts rows by status, each status named
 * @param lagSeconds age of the oldest row that is neither published nor discarded; 0 without one
 */
public record OutboxSummary(Map<OutboxStatus, Long> counts, double lagSeconds) {}
