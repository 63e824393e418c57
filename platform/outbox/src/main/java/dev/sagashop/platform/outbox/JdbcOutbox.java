package dev.sagashop.platform.outbox;

import io.micrometer.tracing.Tracer;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes events into the table of the service's own database. */
final class JdbcOutbox implements Outbox {

  /** Not the service's mapper: how a service writes its HTTP answers must not change the events. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private final OutboxTable table;
  private final Set<String> topics;
  private final Tracer tracer;
  private final Runnable wakeRelay;

  JdbcOutbox(OutboxTable table, Set<String> topics, Tracer tracer, Runnable wakeRelay) {
    this.table = table;
    this.topics = Set.copyOf(topics);
    this.tracer = tracer;
    this.wakeRelay = wakeRelay;
  }

  @Override
  public void append(OutboxEvent event) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "No transaction is open while an event for %s is appended; append it in the transaction of the fact that it tells, for example in a @Transactional method"
              .formatted(event.topic()));
    }
    if (!topics.contains(event.topic())) {
      throw new IllegalArgumentException(
          "Topic %s is not one of %s; add it to sagashop.outbox.topics, so that it is created"
              .formatted(event.topic(), topics));
    }
    table.insert(event, JSON.writeValueAsString(event.payload()), TraceContext.current(tracer));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            wakeRelay.run();
          }
        });
  }
}
