package dev.sagashop.launcher.postgres;

/** A database and the one role that may enter it. */
public record Database(String name, String role, String password) {
  public Database {
    requireWord(name);
    requireWord(role);
  }

  private static void requireWord(String name) {
    if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException(
          "Bad name '%s': expected lower-case letters, digits and underscores".formatted(name));
    }
  }
}
