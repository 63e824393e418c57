package dev.sagashop.audit;

import dev.sagashop.audit.checks.Drift;
import dev.sagashop.audit.checks.Findings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one check found.
 *
 * @param rows that were judged
 * @param skipped rows that could not be judged, because what they are compared with is not kept any
 *     more
 * @param unreadable which source could not be read, and why; null if all could
 */
public record CheckResult(
    String check, long rows, long skipped, List<Drift> drifts, @Nullable String unreadable) {
  public CheckResult {
    drifts = List.copyOf(drifts);
  }

  static CheckResult looked(String check, Findings findings) {
    return new CheckResult(check, findings.rows(), findings.skipped(), findings.drifts(), null);
  }

  static CheckResult couldNotLook(String check, String why) {
    return new CheckResult(check, 0, 0, List.of(), why);
  }

  CheckResult only(Set<String> keys) {
    return new CheckResult(
        check,
        rows,
        skipped,
        drifts.stream().filter(drift -> keys.contains(drift.key())).toList(),
        unreadable);
  }

  /** Whether it looked, and found nothing. */
  public boolean isClean() {
    return unreadable == null && drifts.isEmpty();
  }
}
