package dev.sagashop.activities;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The stock-keeping unit under which stock is counted.
 *
 * @param value 1 to 64 characters, without white space at either end
 */
public record Sku(@JsonValue String value) implements Comparable<Sku> {

  private static final int LONGEST = 64;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Sku {
    if (value.isEmpty() || value.length() > LONGEST || !value.equals(value.strip())) {
      throw new IllegalArgumentException(
          "SKU is '%s', expected 1 to %d characters without surrounding white space"
              .formatted(value, LONGEST));
    }
  }

  /** The SKU that the catalogue gives to a product which was created without one. */
  public static Sku ofProduct(long productId) {
    return new Sku("SKU-%03d".formatted(productId));
  }

  @Override
  public int compareTo(Sku other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
