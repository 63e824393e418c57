package dev.sagashop.payment.simulator;

import dev.sagashop.activities.OrderId;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the simulated provider decides about charges. */
enum MockMode {
  /** Every charge succeeds. */
  SUCCESS {
    @Override
    boolean accepts(OrderId orderId) {
      return true;
    }
  },
  /** Every charge is declined. */
  FAIL {
    @Override
    boolean accepts(OrderId orderId) {
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
    boolean accepts(OrderId orderId) {
      UUID id = new UUID(0, orderId.value());
      long folded = id.getMostSignificantBits() ^ id.getLeastSignificantBits();
      int hash = (int) (folded >>> Integer.SIZE) ^ (int) folded;
      return hash % 2 == 0;
    }
  };

  private static final Logger log = LoggerFactory.getLogger(MockMode.class);

  abstract boolean accepts(OrderId orderId);

  /** The mode of that name; {@code SUCCESS} for a name that nobody knows. */
  static MockMode named(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    for (MockMode mode : values()) {
      if (mode.name().equals(wanted)) {
        return mode;
      }
    }
    log.warn("Payment mock mode is '{}', expected SUCCESS, FAIL or HASHED: using SUCCESS", name);
    return SUCCESS;
  }
}
