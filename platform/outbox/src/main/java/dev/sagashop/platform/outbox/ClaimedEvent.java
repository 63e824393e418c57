package dev.sagashop.platform.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row that this relay may send until its lease ends.
 *
 * @param epoch of the claim; a mark with an older epoch finds no row
 * @param traceparent W3C trace context of the append; null if it ran without a trace
 * @param createdAt when the event was appended, by the clock of the database
 */
record ClaimedEvent(
    long id,
    long epoch,
    String topic,
    String aggregateKey,
    long sequence,
    String typeId,
    String payload,
    @Nullable String traceparent,
    Instant createdAt) {}
