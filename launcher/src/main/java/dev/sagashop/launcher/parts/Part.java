package dev.sagashop.launcher.parts;

import dev.sagashop.launcher.processes.Launch;
import dev.sagashop.launcher.processes.Signal;
import java.io.IOException;
import java.time.Duration;

/** One program of the shop that runs as a process of its own. */
public interface Part {
  /** As {@code ./shop status} shows it. */
  String name();

  /** Where it serves on the loopback interface. */
  int port();

  String url();

  /** What must be there before the process starts: programs, data folder, configuration. */
  void prepare() throws IOException;

  Launch launch();

  /** Whether it serves right now; answers within two seconds. */
  boolean isHealthy();

  /** What a healthy part still lacks before others may use it; repeated at each start. */
  default void complete() {}

  /** After it ended by itself when asked to. */
  default void stopped() throws IOException {}

  default Signal stopSignal() {
    return Signal.TERM;
  }

  /** Whether somebody else starts and stops it; then it is only watched. */
  default boolean isExternal() {
    return false;
  }

  /**
   * How long its start may take before that is an error. Generous, for busy machines: a process
   * that ends while starting is noticed at once.
   */
  default Duration startLimit() {
    return Duration.ofMinutes(3);
  }

  /** How long it may take to end politely. */
  default Duration stopLimit() {
    return Duration.ofSeconds(15);
  }
}
