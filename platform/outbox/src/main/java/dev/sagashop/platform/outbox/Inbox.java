package dev.sagashop.platform.outbox;

/** Remembers which events had their effect, because a record may arrive more than once. */
public interface Inbox {

  /**
   * Notes an event in the transaction of its effect.
   *
   * @param group of the consumer; each group has its own memory
   * @param eventId header {@code event-id}, or {@code <topic>:<key>} where a record has none
   * @return false if the group has noted the event before, so that its effect is done
   * @throws IllegalStateException if no transaction is open
   */
  boolean firstTime(String group, String eventId);
}
