package dev.sagashop.platform.outbox.operating;

import org.jspecify.annotations.Nullable;

/**
 * Which rows to list, in the order of their ids; what is null does not restrict.
 *
 * @param after the id below the first row that is wanted; 0 for the first page
 */
public record OutboxQuery(
    @Nullable OutboxStatus status,
    @Nullable String topic,
    @Nullable String aggregateKey,
    long after,
    int limit) {

  public OutboxQuery {
    if (limit < 1) {
      throw new IllegalArgumentException("The limit is %d; expected at least 1".formatted(limit));
    }
  }
}
