package dev.sagashop.platform.outbox.deadletter;

/** What operators did with a dead letter. */
public enum DeadLetterState {
  /** Nothing yet, or a replay that failed. */
  OPEN,
  /** A replay was begun and its end is not recorded: it is under way, or was broken off. */
  REPLAYING,
  REPLAYED,
  DISCARDED;

  /** Whether somebody still has to decide, or to look again. */
  public boolean isOpen() {
    return this == OPEN || this == REPLAYING;
  }
}
