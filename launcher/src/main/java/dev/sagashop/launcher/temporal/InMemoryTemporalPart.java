package dev.sagashop.launcher.temporal;

import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.processes.Launch;
import dev.sagashop.launcher.processes.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs {@link InMemoryTemporal}. */
final class InMemoryTemporalPart implements Part {
  private final Path data;
  private final ShopNamespace namespace;
  private final int port;

  InMemoryTemporalPart(Path data, int port) {
    this.data = data;
    this.port = port;
    this.namespace = new ShopNamespace("127.0.0.1:" + port);
  }

  @Override
  public String name() {
    return "temporal";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String url() {
    return namespace.address();
  }

  @Override
  public void prepare() throws IOException {
    Files.createDirectories(data);
  }

  @Override
  public Launch launch() {
    return new Launch(
        List.of(
            Tools.java(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-cp",
            Checkout.find().launcherClassPath(),
            InMemoryTemporal.class.getName(),
            Integer.toString(port)),
        Map.of(),
        data);
  }

  @Override
  public boolean isHealthy() {
    return namespace.serverAnswers();
  }

  @Override
  public void complete() {
    namespace.create();
  }
}
