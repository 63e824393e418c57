package dev.sagashop.audit.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One look at all sources. Each database is seen as it was at one moment, and each source is asked
 * once, also when it does not answer.
 */
public final class Look implements AutoCloseable {
  private final AuditSources sources;
  private final ProviderJournal provider;
  private final Workflows workflows;
  private final EventTopics topics;
  private final Duration settledFor;
  private final Instant began = Instant.now();
  private final Map<Database, Snapshot> snapshots = new EnumMap<>(Database.class);
  private final Map<Object, SourceUnreadable> failures = new HashMap<>();
  private @Nullable List<JournalEntry> journal;
  private @Nullable SortedMap<Long, ToldOrder> told;

  Look(
      AuditSources sources,
      ProviderJournal provider,
      Workflows workflows,
      EventTopics topics,
      Duration settledFor) {
    this.sources = sources;
    this.provider = provider;
    this.workflows = workflows;
    this.topics = topics;
    this.settledFor = settledFor;
  }

  public Snapshot at(Database database) {
    Snapshot open = snapshots.get(database);
    if (open == null) {
      open = once(database, () -> Snapshot.open(sources, database, settledFor));
      snapshots.put(database, open);
    }
    return open;
  }

  /** The provider's journal. */
  public List<JournalEntry> journal() {
    if (journal == null) {
      journal = once(provider, provider::read);
    }
    return journal;
  }

  /** What was told about each order. */
  public SortedMap<Long, ToldOrder> told() {
    if (told == null) {
      told = once(topics, topics::read);
    }
    return told;
  }

  /** The states of workflows by their ids. */
  public Map<String, String> workflowStates(List<String> workflowIds) {
    return once(workflows, () -> workflows.states(workflowIds));
  }

  /** Whether a fact of that moment has been left alone for long enough. */
  public boolean isSettled(Instant changed) {
    return !changed.isAfter(began.minus(settledFor));
  }

  @Override
  public void close() {
    snapshots.values().forEach(Snapshot::close);
  }

  private <T> T once(Object source, Supplier<T> reading) {
    SourceUnreadable before = failures.get(source);
    if (before != null) {
      throw before;
    }
    try {
      return reading.get();
    } catch (SourceUnreadable e) {
      failures.put(source, e);
      throw e;
    }
  }
}
