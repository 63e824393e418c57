package dev.sagashop.activities;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The number of an order, as customers see it and as the key of its events.
 *
 * @param value positive, assigned by the order database, never used again
 */
public record OrderId(@JsonValue long value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OrderId {
    if (value <= 0) {
      throw new IllegalArgumentException("order id is " + value + ", expected a positive number");
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
