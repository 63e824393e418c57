package dev.sagashop.platform.outbox.operating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An event as the table has it, without its payload.
 *
 * @param sequence its place among the events of its aggregate
 * @param lastError why it failed, or why its last attempt was given back
 */
public record OutboxRow(
    long id,
    String topic,
    String aggregateKey,
    long sequence,
    String typeId,
    OutboxStatus status,
    int attempts,
    @Nullable String lastError,
    Instant createdAt,
    Instant updatedAt,
    Instant nextAttemptAt,
    @Nullable Instant publishedAt,
    @Nullable Instant discardedAt,
    @Nullable String traceId) {

  static final String COLUMNS =
      """
      id, topic, aggregate_key, sequence, type_id, %s as shown_status, attempt_count, last_error,
      created_at, updated_at, next_attempt_at, published_at, discarded_at, trace_id
      """
          .formatted(OutboxStatus.COLUMN);

  static OutboxRow of(ResultSet row, int number) throws SQLException {
    return new OutboxRow(
        row.getLong("id"),
        row.getString("topic"),
        row.getString("aggregate_key"),
        row.getLong("sequence"),
        row.getString("type_id"),
        OutboxStatus.valueOf(row.getString("shown_status")),
        row.getInt("attempt_count"),
        row.getString("last_error"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(),
        instant(row, "published_at"),
        instant(row, "discarded_at"),
        row.getString("trace_id"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
