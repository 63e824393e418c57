package dev.sagashop.platform.outbox.operating;

/**
 * Where a row of the outbox stands. The table keeps a discarded row as {@code FAILED} with the time
 * of its discard, so that other readers of the table meet no status that they do not know.
 */
public enum OutboxStatus {
  PENDING("status = 'PENDING'"),
  IN_PROGRESS("status = 'IN_PROGRESS'"),
  PUBLISHED("status = 'PUBLISHED'"),
  FAILED("status = 'FAILED' and discarded_at is null"),
  DISCARDED("status = 'FAILED' and discarded_at is not null");

  static final String COLUMN = "case when discarded_at is null then status else 'DISCARDED' end";

  private final String condition;

  OutboxStatus(String condition) {
    this.condition = condition;
  }

  String condition() {
    return condition;
  }
}
