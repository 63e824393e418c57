package dev.sagashop.activities;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The number of a refund. An order may have several.
 *
 * @param value positive, assigned by the order database, never used again
 */
public record RefundId(@JsonValue long value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RefundId {
    if (value <= 0) {
      throw new IllegalArgumentException("refund id is " + value + ", expected a positive number");
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
