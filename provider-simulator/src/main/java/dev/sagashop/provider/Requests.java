package dev.sagashop.provider;

import dev.sagashop.provider.JournalEntry.Kind;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bodies that callers send, and what is wrong with them. */
final class Requests {

  private static final int LONGEST_KEY = 200;
  private static final int MOST_DIGITS = 19;
  private static final int DECIMALS = 2;
  private static final int SLOWEST_MILLIS = 60_000;

  private Requests() {}

  /** Of a charge, and of the void that fences it. */
  record ChargeBody(
      @Nullable String key,
      @Nullable Long orderId,
      @Nullable Long customerId,
      @Nullable BigDecimal amount,
      @Nullable String currency) {

    Movement movement() {
      String checkedKey = checkedKey("key", key);
      return new Movement(
          Kind.CHARGE,
          checkedKey,
          checkedKey,
          checkedOrder(orderId),
          customerId,
          checkedAmount(amount),
          checkedCurrency(currency));
    }
  }

  record RefundBody(
      @Nullable String key,
      @Nullable String chargeKey,
      @Nullable Long orderId,
      @Nullable BigDecimal amount,
      @Nullable String currency) {

    Movement movement() {
      return new Movement(
          Kind.REFUND,
          checkedKey("key", key),
          checkedKey("chargeKey", chargeKey),
          checkedOrder(orderId),
          null,
          checkedAmount(amount),
          checkedCurrency(currency));
    }
  }

  /** What is absent is off: the whole replaces what was set before. */
  record SettingsBody(
      @Nullable MockMode mode,
      @Nullable String failureReason,
      @Nullable Integer declines,
      @Nullable Set<@Nullable Long> declinedCustomers,
      @Nullable Integer loseReplies,
      @Nullable Integer errors,
      @Nullable Integer slowMillis,
      @Nullable Boolean refuseRefunds,
      @Nullable Boolean down) {

    Settings settings() {
      return new Settings(
          mode == null ? MockMode.SUCCESS : mode,
          failureReason == null
              ? Settings.DEFAULT_FAILURE_REASON
              : checkedText("failureReason", failureReason),
          checkedNumber("declines", declines, 0, Integer.MAX_VALUE),
          checkedCustomers(declinedCustomers),
          checkedNumber("loseReplies", loseReplies, Settings.UNTIL_SWITCHED_OFF, Integer.MAX_VALUE),
          checkedNumber("errors", errors, Settings.UNTIL_SWITCHED_OFF, Integer.MAX_VALUE),
          checkedNumber("slowMillis", slowMillis, 0, SLOWEST_MILLIS),
          Boolean.TRUE.equals(refuseRefunds),
          Boolean.TRUE.equals(down));
    }
  }

  private static String checkedKey(String field, @Nullable String key) {
    return checkedText(field, key == null ? "" : key);
  }

  private static String checkedText(String field, String text) {
    if (text.isBlank() || text.length() > LONGEST_KEY) {
      throw Refusal.invalid(
          "%s has %d characters, expected 1 to %d and not only blanks"
              .formatted(field, text.length(), LONGEST_KEY));
    }
    return text;
  }

  private static long checkedOrder(@Nullable Long orderId) {
    if (orderId == null || orderId <= 0) {
      throw Refusal.invalid("orderId is %s, expected a number above 0".formatted(orderId));
    }
    return orderId;
  }

  private static BigDecimal checkedAmount(@Nullable BigDecimal amount) {
    if (amount == null
        || amount.signum() < 0
        || amount.stripTrailingZeros().scale() > DECIMALS
        || amount.precision() - amount.scale() > MOST_DIGITS - DECIMALS) {
      throw Refusal.invalid(
          "amount is %s, expected zero or more with at most %d digits before and %d behind the point"
              .formatted(amount, MOST_DIGITS - DECIMALS, DECIMALS));
    }
    return amount.setScale(DECIMALS);
  }

  private static String checkedCurrency(@Nullable String currency) {
    if (currency == null || !currency.matches("[A-Z]{3}")) {
      throw Refusal.invalid(
          "currency is %s, expected three capital letters as in ISO 4217".formatted(currency));
    }
    return currency.intern();
  }

  private static Set<Long> checkedCustomers(@Nullable Set<@Nullable Long> customers) {
    Set<Long> checked = new HashSet<>();
    for (Long customer : customers == null ? Set.<@Nullable Long>of() : customers) {
      if (customer == null) {
        throw Refusal.invalid("declinedCustomers has a null, expected numbers of customers");
      }
      checked.add(customer);
    }
    return checked;
  }

  private static int checkedNumber(String field, @Nullable Integer number, int least, int most) {
    int value = number == null ? 0 : number;
    if (value < least || value > most) {
      throw Refusal.invalid(
          "%s is %d, expected a number from %d to %d".formatted(field, value, least, most));
    }
    return value;
  }
}
