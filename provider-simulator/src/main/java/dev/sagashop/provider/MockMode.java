package dev.sagashop.provider;

import java.util.Locale;
import java.util.UUID;

/** How charges are decided. */
public enum MockMode {
  /** Every charge succeeds. */
  SUCCESS {
    @Override
    boolean accepts(long orderId) {
      return true;
    }
  },
  /** Every charge is declined. */
  FAIL {
    @Override
    boolean accepts(long orderId) {
      return false;
    }
  },
  /**
   * The order decides, always the same way. The rule is defined on UUIDs: the two halves of the
   * UUID are folded by exclusive or, then the two halves of that; even succeeds, odd is declined.
   * An order number n counts as {@code new UUID(0, n)}.
   */
  HASHED {
    @Override
    boolean accepts(long orderId) {
      UUID id = new UUID(0, orderId);
      long folded = id.getMostSignificantBits() ^ id.getLeastSignificantBits();
      int hash = (int) (folded >>> Integer.SIZE) ^ (int) folded;
      return hash % 2 == 0;
    }
  };

  abstract boolean accepts(long orderId);

  /** The mode of that name; {@code SUCCESS} for a name that nobody knows. */
  public static MockMode named(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    for (MockMode mode : values()) {
      if (mode.name().equals(wanted)) {
        return mode;
      }
    }
    Log.line("Mode is '%s', expected SUCCESS, FAIL or HASHED: using SUCCESS".formatted(name));
    return SUCCESS;
  }
}
