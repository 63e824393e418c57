package dev.sagashop.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.contracts.ContractCheckedOutbox;
import dev.sagashop.platform.outbox.Outbox;
import dev.sagashop.platform.outbox.OutboxEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** An outbox that keeps what was committed. */
public final class RecordedEvents implements Outbox {

  private final List<OutboxEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public void append(OutboxEvent event) {
    assertThat(TransactionSynchronizationManager.isActualTransactionActive())
        .as("a transaction is open")
        .isTrue();
    ContractCheckedOutbox.check(event);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            events.add(event);
          }
        });
  }

  /** The events of an order, as {@code topic typeId payload}. */
  public List<String> of(long orderId) {
    return events.stream()
        .filter(event -> event.aggregateKey().equals(Long.toString(orderId)))
        .map(event -> event.topic() + " " + event.typeId() + " " + event.payload())
        .toList();
  }

  public void clear() {
    events.clear();
  }
}
