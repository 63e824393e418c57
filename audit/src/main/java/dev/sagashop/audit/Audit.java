package dev.sagashop.audit;

import dev.sagashop.audit.checks.Check;
import dev.sagashop.audit.checks.Drift;
import dev.sagashop.audit.checks.Findings;
import dev.sagashop.audit.checks.Laws;
import dev.sagashop.audit.sources.AuditSources;
import dev.sagashop.audit.sources.Look;
import dev.sagashop.audit.sources.SourceUnreadable;
import dev.sagashop.audit.sources.Witnesses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at all sources, and a second time at whatever seems to have drifted: sources are read one
 * after the other, so a saga that goes on in between looks like drift once, but not twice.
 */
public final class Audit implements AutoCloseable {
  private static final Duration UNTIL_THE_SECOND_LOOK = Duration.ofSeconds(2);

  private final Witnesses witnesses;
  private final Duration settledFor;
  private final Duration untilTheSecondLook;

  /**
   * @param settledFor how long a fact that several sources share must have been left alone to be
   *     judged; what one database keeps within one transaction is judged at any time
   */
  public Audit(AuditSources sources, Duration settledFor) {
    this(sources, settledFor, UNTIL_THE_SECOND_LOOK);
  }

  Audit(AuditSources sources, Duration settledFor, Duration untilTheSecondLook) {
    this.witnesses = new Witnesses(sources);
    this.settledFor = settledFor;
    this.untilTheSecondLook = untilTheSecondLook;
  }

  /** The names of all checks, in the order in which they run. */
  public static List<String> checks() {
    return Laws.ALL.stream().map(Check::name).toList();
  }

  public AuditReport run() {
    return run(Set.of());
  }

  /**
   * Runs checks.
   *
   * @param names of those to run; all if it is empty
   */
  public AuditReport run(Set<String> names) {
    List<Check> checks =
        Laws.ALL.stream().filter(check -> names.isEmpty() || names.contains(check.name())).toList();
    List<CheckResult> first = look(checks);
    List<Check> suspects = checks.stream().filter(check -> hasDrift(first, check)).toList();
    if (suspects.isEmpty()) {
      return new AuditReport(first);
    }
    pause();
    List<CheckResult> second = look(suspects);
    return new AuditReport(first.stream().map(result -> confirmed(result, second)).toList());
  }

  private List<CheckResult> look(List<Check> checks) {
    try (Look look = witnesses.look(settledFor)) {
      List<CheckResult> results = new ArrayList<>();
      for (Check check : checks) {
        results.add(result(check, look));
      }
      return results;
    }
  }

  private static CheckResult result(Check check, Look look) {
    try {
      Findings findings = check.findings(look);
      return CheckResult.looked(check.name(), findings);
    } catch (SourceUnreadable e) {
      return CheckResult.couldNotLook(check.name(), String.valueOf(e.getMessage()));
    }
  }

  private static boolean hasDrift(List<CheckResult> results, Check check) {
    return results.stream()
        .anyMatch(result -> result.check().equals(check.name()) && !result.drifts().isEmpty());
  }

  /** Of what the second look found, that which the first one had found too. */
  private static CheckResult confirmed(CheckResult first, List<CheckResult> second) {
    Set<String> suspected = first.drifts().stream().map(Drift::key).collect(Collectors.toSet());
    return second.stream()
        .filter(result -> result.check().equals(first.check()))
        .findFirst()
        .map(result -> result.only(suspected))
        .orElse(first);
  }

  private void pause() {
    try {
      Thread.sleep(untilTheSecondLook);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    witnesses.close();
  }
}
