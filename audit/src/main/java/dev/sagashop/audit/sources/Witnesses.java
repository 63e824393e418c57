package dev.sagashop.audit.sources;

import java.time.Duration;

/** All sources, as they are asked again and again. */
public final class Witnesses implements AutoCloseable {
  private final AuditSources sources;
  private final ProviderJournal provider;
  private final Workflows workflows;
  private final EventTopics topics;

  public Witnesses(AuditSources sources) {
    this.sources = sources;
    this.provider = new ProviderJournal(sources.provider());
    this.workflows = new Workflows(sources.temporal(), sources.namespace());
    this.topics = new EventTopics(sources.kafka());
  }

  /**
   * Begins to look at everything anew.
   *
   * @param settledFor how long a fact of several sources must have been left alone to be judged
   */
  public Look look(Duration settledFor) {
    return new Look(sources, provider, workflows, topics, settledFor);
  }

  @Override
  public void close() {
    workflows.close();
  }
}
