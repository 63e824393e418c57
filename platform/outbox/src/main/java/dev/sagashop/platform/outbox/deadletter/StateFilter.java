package dev.sagashop.platform.outbox.deadletter;

/** Which dead letters to list. */
public enum StateFilter {
  /** Also those whose replay did not come to its end. */
  OPEN,
  REPLAYED,
  DISCARDED,
  ALL;

  boolean accepts(DeadLetterState state) {
    return switch (this) {
      case OPEN -> state.isOpen();
      case REPLAYED -> state == DeadLetterState.REPLAYED;
      case DISCARDED -> state == DeadLetterState.DISCARDED;
      case ALL -> true;
    };
  }
}
