package dev.sagashop.platform.outbox;

/** Where a service writes its events, in the transaction of the fact that they tell. */
public interface Outbox {

  /**
   * Stores an event, to be sent after the commit. Events of one aggregate are sent in the order in
   * which they were appended; the aggregate stays locked until the transaction ends.
   *
   * @throws IllegalStateException if no transaction is open
   */
  void append(OutboxEvent event);
}
