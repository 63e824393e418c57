package dev.sagashop.order.book;

import org.jspecify.annotations.Nullable;

/**
 * What the timeline keeps of a change.
 *
 * @param actor who or what did it: {@code user 7}, {@code checkout}
 * @param why null if there is nothing to add
 */
public record Entry(String actor, String what, @Nullable String why) {

  public static Entry of(String actor, String what) {
    return new Entry(actor, what, null);
  }
}
