package dev.sagashop.launcher.parts;

/**
 * Real parts for tests: the same programs as {@code ./shop up} starts, on free ports, with data
 * that vanishes at the end.
 *
 * <p>Each part starts with its first use, once per JVM, and ends with the JVM, even if that is
 * killed. What they need is in {@code launcher/target}: any Maven run that includes the launcher
 * ({@code -am}) puts it there.
 */
public final class TestParts {
  private TestParts() {}

  /** PostgreSQL; takes about two seconds at its first use. */
  public static TestPostgres postgres() {
    return PostgresHolder.STARTED;
  }

  private static final class PostgresHolder {
    static final TestPostgres STARTED = TestPostgres.start();
  }
}
