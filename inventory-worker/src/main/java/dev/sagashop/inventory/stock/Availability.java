package dev.sagashop.inventory.stock;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What guests learn about a stock; the number of units is not their business. */
enum Availability {
  IN,
  LOW,
  OUT;

  /** As clients write it. */
  static final String NAMES = "in|low|out";

  static Availability named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @JsonValue
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
