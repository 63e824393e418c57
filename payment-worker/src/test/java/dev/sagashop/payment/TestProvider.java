package dev.sagashop.payment;

import dev.sagashop.provider.MockMode;
import dev.sagashop.provider.ProviderSimulator;
import dev.sagashop.provider.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A real payment provider that works, with an empty journal. */
public final class TestProvider implements AutoCloseable {

  private final Path folder;
  private final ProviderSimulator simulator;

  private TestProvider(Path folder, ProviderSimulator simulator) {
    this.folder = folder;
    this.simulator = simulator;
  }

  public static TestProvider start() {
    try {
      Path folder = Files.createTempDirectory("provider-journal");
      return new TestProvider(
          folder,
          ProviderSimulator.start(
              0, folder, Settings.working(MockMode.SUCCESS, Settings.DEFAULT_FAILURE_REASON)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a payment provider", e);
    }
  }

  public String url() {
    return simulator.url().toString();
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      simulator.close();
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop the payment provider", e);
    }
  }
}
