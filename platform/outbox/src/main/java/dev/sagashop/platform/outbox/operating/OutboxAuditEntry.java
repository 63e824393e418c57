package dev.sagashop.platform.outbox.operating;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a row, who it was, and why.
 *
 * @param lastError why the row had failed at that time
 */
public record OutboxAuditEntry(
    String action,
    long userId,
    String userName,
    String reason,
    @Nullable String lastError,
    Instant at) {}
