package dev.sagashop.contracts;

import dev.sagashop.platform.outbox.Outbox;
import dev.sagashop.platform.outbox.OutboxEvent;

/** An outbox that refuses what breaks the contract, so that the transaction of the fact fails. */
public final class ContractCheckedOutbox implements Outbox {

  private final Outbox outbox;

  ContractCheckedOutbox(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void append(OutboxEvent event) {
    check(event);
    outbox.append(event);
  }

  /**
   * For outboxes that tests write by hand.
   *
   * @throws ContractViolation if consumers could not read the event
   */
  public static void check(OutboxEvent event) {
    EventContract.current()
        .checkEvent(
            event.topic(),
            event.aggregateKey(),
            event.typeId(),
            ContractFiles.JSON.writeValueAsString(event.payload()));
  }
}
