package dev.sagashop.audit.watching;

import dev.sagashop.audit.AuditReport;
import dev.sagashop.audit.CheckResult;
import dev.sagashop.audit.checks.Drift;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells each drift once when it comes and once when it is gone, however many rounds see it. */
final class Diary {
  private static final Logger LOG = LoggerFactory.getLogger(Diary.class);

  private final Map<String, Set<String>> drifted = new HashMap<>();
  private final Set<String> blind = new HashSet<>();

  void write(AuditReport report) {
    report.checks().forEach(this::write);
  }

  private void write(CheckResult result) {
    if (result.unreadable() != null) {
      // Nothing is known of what had drifted before; it is neither gone nor new.
      if (blind.add(result.check())) {
        LOG.warn("{} could not look: {}", result.check(), result.unreadable());
      }
      return;
    }
    if (blind.remove(result.check())) {
      LOG.warn("{} can look again", result.check());
    }
    Set<String> before = drifted.getOrDefault(result.check(), Set.of());
    Set<String> now = new HashSet<>();
    for (Drift drift : result.drifts()) {
      now.add(drift.key());
      if (!before.contains(drift.key())) {
        LOG.error(
            "drift in {}: {}: expected {}, found {}",
            result.check(),
            drift.key(),
            drift.expected(),
            drift.found());
      }
    }
    for (String key : before) {
      if (!now.contains(key)) {
        LOG.warn("drift in {} is gone: {}", result.check(), key);
      }
    }
    drifted.put(result.check(), now);
  }
}
