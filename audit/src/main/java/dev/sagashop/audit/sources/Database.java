package dev.sagashop.audit.sources;

import java.util.Locale;

/** The databases that hold what the laws are about. */
public enum Database {
  ORDER,
  INVENTORY,
  PAYMENT;

  /** As PostgreSQL and people call it. */
  public String sourceName() {
    return name().toLowerCase(Locale.ROOT) + "_db";
  }
}
