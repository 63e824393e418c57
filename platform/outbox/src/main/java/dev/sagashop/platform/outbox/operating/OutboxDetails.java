package dev.sagashop.platform.outbox.operating;

import java.util.List;

/**
 * All that is known of one row.
 *
 * @param payload the JSON text that is sent
 * @param waitingBehind events of the same aggregate that cannot leave before this one
 */
public record OutboxDetails(
    OutboxRow row, String payload, long waitingBehind, List<OutboxAuditEntry> audit) {}
