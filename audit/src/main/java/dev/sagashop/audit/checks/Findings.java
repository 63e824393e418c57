package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Snapshot;
import java.util.List;

/**
 * What came of one look.
 *
 * @param rows that were judged
 * @param skipped rows that could not be judged, because what they are compared with is not kept any
 *     more
 */
public record Findings(long rows, long skipped, List<Drift> drifts) {
  public Findings {
    drifts = List.copyOf(drifts);
  }

  static Findings of(long rows, List<Drift> drifts) {
    return new Findings(rows, 0, drifts);
  }

  /**
   * Of a law within one database.
   *
   * @param count how many rows it is about
   * @param offenders the rows that break it, as key, expected, found
   */
  static Findings within(Snapshot database, String count, String offenders) {
    return of(
        database.count(count),
        database.rows(
            offenders, row -> new Drift(row.getString(1), row.getString(2), row.getString(3))));
  }
}
