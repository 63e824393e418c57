package dev.sagashop.platform.web.paging;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * From one moment to another, both included.
 *
 * @param from null for the beginning of time
 * @param to null for its end
 */
public record TimeRange(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {

  /** Databases know less time than Java. */
  private static final int LAST_YEAR = 9999;

  /**
   * @throws InvalidRangeException if it ends before it begins, or no database can store it
   */
  public TimeRange {
    requireStorable("from", from);
    requireStorable("to", to);
    if (from != null && to != null && from.isAfter(to)) {
      throw new InvalidRangeException(
          "from", "%s is after to, which is %s; expected the earlier one".formatted(from, to));
    }
  }

  /** As the constructor. */
  public static TimeRange of(@Nullable Instant from, @Nullable Instant to) {
    return new TimeRange(utc(from), utc(to));
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  /**
   * @param column SQL, of the statement it is used in
   */
  public void narrow(Where where, String column) {
    where.and(column + " >= :from", "from", from).and(column + " <= :to", "to", to);
  }

  private static void requireStorable(String field, @Nullable OffsetDateTime time) {
    if (time != null && (time.getYear() < 0 || time.getYear() > LAST_YEAR)) {
      throw new InvalidRangeException(
          field, "year is %d, expected 0 to %d".formatted(time.getYear(), LAST_YEAR));
    }
  }
}
