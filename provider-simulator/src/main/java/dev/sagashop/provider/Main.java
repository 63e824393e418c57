package dev.sagashop.provider;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/** The program. It is set up by its environment. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // Answers leave at once, and connections stay open longer than callers keep them.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    try {
      ProviderSimulator simulator = start(System.getenv());
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(simulator)));
    } catch (IOException | BrokenJournal | IllegalArgumentException e) {
      System.err.println("provider-simulator: " + e.getMessage());
      System.exit(1);
    }
  }

  private static ProviderSimulator start(Map<String, String> environment) throws IOException {
    return ProviderSimulator.start(
        new InetSocketAddress(
            environment.getOrDefault("SERVER_ADDRESS", "127.0.0.1"),
            port(environment.getOrDefault("PORT", "8087"))),
        Path.of(environment.getOrDefault("JOURNAL_DIR", ".")),
        Settings.working(
            MockMode.named(environment.getOrDefault("PAYMENT_MOCK_MODE", "SUCCESS")),
            environment.getOrDefault("PAYMENT_FAILURE_REASON", Settings.DEFAULT_FAILURE_REASON)));
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}")) {
      throw new IllegalArgumentException("PORT is '%s', expected a port number".formatted(text));
    }
    return Integer.parseInt(text);
  }

  /** Being asked to end is no error, so the exit code is 0 and not that of the signal. */
  private static void stop(ProviderSimulator simulator) {
    int exitCode = 0;
    try {
      simulator.close();
    } catch (IOException | BrokenJournal e) {
      System.err.println("provider-simulator: " + e.getMessage());
      exitCode = 1;
    }
    Runtime.getRuntime().halt(exitCode);
  }
}
