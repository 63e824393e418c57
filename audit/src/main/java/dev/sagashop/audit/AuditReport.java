package dev.sagashop.audit;

import dev.sagashop.audit.checks.Drift;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What an audit found, check by check. */
public record AuditReport(List<CheckResult> checks) {
  /** Everything could be read, and every row keeps every law. */
  public static final int CLEAN = 0;

  /** At least one row breaks a law. */
  public static final int DRIFTED = 1;

  /** No row was seen to break a law, but a source could not be read. */
  public static final int UNREADABLE = 2;

  public AuditReport {
    checks = List.copyOf(checks);
  }

  public boolean isClean() {
    return exitCode() == CLEAN;
  }

  public int exitCode() {
    if (checks.stream().anyMatch(check -> !check.drifts().isEmpty())) {
      return DRIFTED;
    }
    return checks.stream().allMatch(CheckResult::isClean) ? CLEAN : UNREADABLE;
  }

  /** For programs. */
  public String json() {
    return JsonMapper.shared().writeValueAsString(new Summary(verdict(), exitCode(), checks));
  }

  private record Summary(String verdict, int exitCode, List<CheckResult> checks) {}

  /** For people: a line for each check, and one for each row that has drifted. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("%-17s %8s %8s".formatted("CHECK", "ROWS", "DRIFTS"));
    checks.forEach(check -> lines.add(line(check)));
    for (CheckResult check : checks) {
      check.drifts().forEach(drift -> lines.add(line(check, drift)));
      if (check.unreadable() != null) {
        lines.add("COULD NOT BE READ for %s: %s".formatted(check.check(), check.unreadable()));
      }
    }
    lines.add(verdict());
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(CheckResult check) {
    return check.unreadable() == null
        ? "%-17s %8d %8d%s"
            .formatted(check.check(), check.rows(), check.drifts().size(), aside(check))
        : "%-17s %8s %8s  could not be read".formatted(check.check(), "-", "-");
  }

  private static String line(CheckResult check, Drift drift) {
    return "DRIFT %s, %s: expected %s, found %s"
        .formatted(check.check(), drift.key(), drift.expected(), drift.found());
  }

  private static String aside(CheckResult check) {
    return check.skipped() == 0
        ? ""
        : "  %d skipped: what was told of them is not kept any more".formatted(check.skipped());
  }

  private String verdict() {
    return switch (exitCode()) {
      case CLEAN -> "Clean: %d checks hold.".formatted(checks.size());
      case DRIFTED ->
          "DRIFT: %d rows break a law; docs/audit.md says what to do."
              .formatted(checks.stream().mapToInt(check -> check.drifts().size()).sum());
      default ->
          "UNKNOWN: %d of %d checks could not look."
              .formatted(
                  checks.stream().filter(check -> check.unreadable() != null).count(),
                  checks.size());
    };
  }
}
