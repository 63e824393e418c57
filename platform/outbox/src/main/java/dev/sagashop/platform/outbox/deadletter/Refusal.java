package dev.sagashop.platform.outbox.deadletter;

/** Why nothing is done with a dead letter although it is there. */
public enum Refusal {
  /** Somebody else's replay is under way. */
  REPLAY_RUNNING,
  /** It was replayed before; a replay with {@code again} repeats it. */
  ALREADY_REPLAYED,
  /** It was discarded before; a replay with {@code again} fetches it back. */
  ALREADY_DISCARDED,
  /** The topic that it came from is gone. */
  ORIGINAL_TOPIC_MISSING
}
