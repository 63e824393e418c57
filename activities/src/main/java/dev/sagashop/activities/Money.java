package dev.sagashop.activities;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in one currency.
 *
 * @param amount not negative, with exactly two decimals; rounded half-up when given more
 * @param currency ISO 4217 code of three capital letters
 */
public record Money(BigDecimal amount, String currency) {

  /** The shop sells in one currency; the contract of the events carries amounts without one. */
  public static final String SHOP_CURRENCY = "USD";

  private static final int DECIMALS = 2;

  public Money {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("amount is " + amount + ", expected zero or more");
    }
    if (!currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(
          "currency is '" + currency + "', expected three capital letters as in ISO 4217");
    }
    amount = amount.setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /** An amount in the currency of the shop. */
  public static Money of(BigDecimal amount) {
    return new Money(amount, SHOP_CURRENCY);
  }

  /** An amount in the currency of the shop, from its decimal text. */
  public static Money of(String amount) {
    return of(new BigDecimal(amount));
  }

  public static Money zero() {
    return of(BigDecimal.ZERO);
  }

  /**
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(amount.add(other.amount), currency);
  }

  /**
   * @throws IllegalArgumentException if the currencies differ, or the other amount is the greater
   *     one
   */
  public Money minus(Money other) {
    requireSameCurrency(other);
    return new Money(amount.subtract(other.amount), currency);
  }

  @JsonIgnore
  public boolean isZero() {
    return amount.signum() == 0;
  }

  /**
   * @throws IllegalArgumentException if the currencies differ
   */
  public boolean isMoreThan(Money other) {
    requireSameCurrency(other);
    return amount.compareTo(other.amount) > 0;
  }

  public Money times(int quantity) {
    return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "%s and %s do not go together: expected one currency".formatted(this, other));
    }
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
