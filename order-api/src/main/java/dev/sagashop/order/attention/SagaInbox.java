package dev.sagashop.order.attention;

import dev.sagashop.order.saga.SagaEngineFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks for sagas that need a person: the rows say what should run, Temporal's index names
 * suspects, and its describe says what is true. With less of Temporal it finds less, and says what
 * it could not look at.
 */
@Component
class SagaInbox {

  /** Runs that a later one followed stay in the index for weeks; so many are remembered. */
  private static final int MOST_SUPERSEDED = 10_000;

  private final SagaRows rows;
  private final SagaRuns runs;
  private final DescribingRuns describing;
  private final JudgingRuns judging;
  private final AttentionProperties properties;
  private final Set<String> superseded = ConcurrentHashMap.newKeySet();

  SagaInbox(
      SagaRows rows,
      SagaRuns runs,
      DescribingRuns describing,
      JudgingRuns judging,
      AttentionProperties properties) {
    this.rows = rows;
    this.runs = runs;
    this.describing = describing;
    this.judging = judging;
    this.properties = properties;
  }

  Findings look() {
    List<String> missing = new ArrayList<>();
    List<SagaRow> refused = rows.refused();
    Optional<List<SagaRuns.Suspect>> suspects = suspects(missing);
    if (suspects.isEmpty()) {
      return findings(refused.stream().map(judging::refused).toList(), missing);
    }
    List<SagaRow> overdue = rows.overdue(properties.patience(), properties.mostDescribed() + 1);
    Map<SagaId, SagaRow> candidates = candidates(suspects.get(), refused, overdue);
    List<SagaRow> some = atMost(candidates.values(), missing);
    Map<SagaId, JudgingRuns.Verdict> verdicts = describing.of(some, missing);
    forgetSuperseded(suspects.get(), verdicts);
    List<SagaItem> items = new ArrayList<>();
    Map<SagaId, SagaRow> now = rows.find(verdicts.keySet());
    verdicts.forEach(
        (id, verdict) -> {
          // A saga that came to its end between two looks is no finding.
          if (!verdict.needsOpenRow() || isOpen(now.get(id))) {
            items.addAll(verdict.items());
          }
        });
    refused.stream()
        .filter(row -> !verdicts.containsKey(row.id()))
        .map(judging::refused)
        .forEach(items::add);
    return findings(items, missing);
  }

  private static boolean isOpen(@Nullable SagaRow row) {
    return row != null && row.open();
  }

  private static Findings findings(List<SagaItem> items, List<String> missing) {
    return new Findings(
        items.stream()
            .sorted(Comparator.comparing(SagaItem::since).thenComparing(SagaItem::workflowId))
            .toList(),
        missing);
  }

  /** Empty if Temporal does not answer at all. */
  private Optional<List<SagaRuns.Suspect>> suspects(List<String> missing) {
    try {
      SagaRuns.Suspects suspects = runs.suspects(properties.mostDescribed());
      if (!suspects.complete()) {
        missing.add(
            "Temporal knows more suspicious runs than the %d that one look asks for"
                .formatted(properties.mostDescribed()));
      }
      return Optional.of(
          suspects.runs().stream().filter(run -> !superseded.contains(run.runId())).toList());
    } catch (SagaRuns.CannotList e) {
      missing.add(
          "workflows that no open row asks for, such as the undoing of a cancelled order: "
              + e.getMessage());
      return Optional.of(List.of());
    } catch (SagaEngineFailure e) {
      missing.add("everything but refused refunds: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Suspects first, because the index has reasons to name them. */
  private Map<SagaId, SagaRow> candidates(
      List<SagaRuns.Suspect> suspects, List<SagaRow> refused, List<SagaRow> overdue) {
    Set<SagaId> named = new LinkedHashSet<>();
    suspects.forEach(suspect -> SagaId.parse(suspect.workflowId()).ifPresent(named::add));
    Map<SagaId, SagaRow> found = rows.find(named);
    Map<SagaId, SagaRow> candidates = new LinkedHashMap<>();
    // A workflow whose row does not exist belongs to another database.
    named.stream()
        .map(found::get)
        .filter(row -> row != null)
        .forEach(row -> candidates.put(row.id(), row));
    refused.forEach(row -> candidates.putIfAbsent(row.id(), row));
    overdue.forEach(row -> candidates.putIfAbsent(row.id(), row));
    return candidates;
  }

  private List<SagaRow> atMost(Collection<SagaRow> candidates, List<String> missing) {
    if (candidates.size() > properties.mostDescribed()) {
      missing.add(
          "more sagas than the %d that one look describes; the oldest come first"
              .formatted(properties.mostDescribed()));
    }
    return candidates.stream().limit(properties.mostDescribed()).toList();
  }

  private void forgetSuperseded(
      List<SagaRuns.Suspect> suspects, Map<SagaId, JudgingRuns.Verdict> verdicts) {
    if (superseded.size() > MOST_SUPERSEDED) {
      superseded.clear();
    }
    Map<String, String> latest = new HashMap<>();
    verdicts.forEach((id, verdict) -> latest.put(id.workflowId(), verdict.runId()));
    for (SagaRuns.Suspect suspect : suspects) {
      String runId = latest.get(suspect.workflowId());
      if (runId != null && !runId.equals(suspect.runId())) {
        superseded.add(suspect.runId());
      }
    }
  }
}
