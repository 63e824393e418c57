package dev.sagashop.launcher.services;

import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.processes.HttpProbe;
import dev.sagashop.launcher.processes.Launch;
import dev.sagashop.launcher.processes.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of our services. */
public final class Service implements Part {
  private final ServiceJar jar;
  private final Path data;
  private final int port;
  private final Map<String, String> environment;

  public Service(ServiceJar jar, Path data, int port, Map<String, String> environment) {
    this.jar = jar;
    this.data = data;
    this.port = port;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public String name() {
    return jar.module();
  }

  public ServiceJar jar() {
    return jar;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void prepare() throws IOException {
    Files.createDirectories(data);
    jar.unpack();
  }

  @Override
  public Launch launch() {
    List<String> command = new ArrayList<>();
    command.add(Tools.java());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.net.preferIPv4Stack=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(archive().flags());
    command.addAll(List.of("-jar", jar.unpacked().toString()));
    return new Launch(command, environment, data);
  }

  @Override
  public boolean isHealthy() {
    return HttpProbe.succeeds(url() + "/actuator/health/readiness");
  }

  @Override
  public void stopped() throws IOException {
    archive().publish();
  }

  private ClassArchive archive() {
    return ClassArchive.of(jar.unpacked(), port);
  }

  /**
   * A graceful stop lets requests and activities end; the first one also writes the class archive.
   */
  @Override
  public Duration stopLimit() {
    return Duration.ofMinutes(1);
  }
}
