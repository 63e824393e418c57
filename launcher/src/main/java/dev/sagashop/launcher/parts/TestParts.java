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

  /** Kafka; takes about four seconds at its first use. */
  public static TestKafka kafka() {
    return KafkaHolder.STARTED;
  }

  /**
   * Temporal with the namespace {@code shop} and its search attributes, on {@link #postgres()};
   * takes about three seconds at its first use, and minutes when the server was never built on this
   * machine.
   */
  public static TestTemporal temporal() {
    return TemporalHolder.STARTED;
  }

  private static final class PostgresHolder {
    static final TestPostgres STARTED = TestPostgres.start();
  }

  private static final class KafkaHolder {
    static final TestKafka STARTED = TestKafka.start();
  }

  private static final class TemporalHolder {
    static final TestTemporal STARTED = TestTemporal.start(postgres());
  }
}
