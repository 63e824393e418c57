package dev.sagashop.order.attention;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a person can do about a saga. */
enum Action {
  /** A refused refund becomes a new attempt; an undecided step begins its next round at once. */
  RETRY,
  /** The money went back on another way. */
  RESOLVE,
  /** A new run takes up what the rows say. */
  RESTART;

  /** As in the path of the action. */
  @JsonValue
  String path() {
    return name().toLowerCase(Locale.ROOT);
  }
}
