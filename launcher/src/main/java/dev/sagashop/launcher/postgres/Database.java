package dev.sagashop.launcher.postgres;

/**
 * A database and the one role that may enter it.
 *
 * @param errorsAreAnswers whether its user inserts what may exist and reads the error as an answer;
 *     then the server does not log them, and the user's own log tells of real ones
 */
public record Database(String name, String role, String password, boolean errorsAreAnswers) {
  public Database(String name, String role, String password) {
    this(name, role, password, false);
  }

  public Database {
    requireWord(name);
    requireWord(role);
  }

  static void requireWord(String name) {
    if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException(
          "Bad name '%s': expected lower-case letters, digits and underscores".formatted(name));
    }
  }
}
