package dev.sagashop.launcher.services;

import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.processes.ClassArchive;
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

/** A small program of ours without Spring, which is there in a moment and needs no other part. */
public final class Program implements Part {
  private final ServiceJar jar;
  private final Path data;
  private final int port;
  private final Map<String, String> environment;

  public Program(ServiceJar jar, Path data, int port, Map<String, String> environment) {
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
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.net.preferIPv4Stack=true"));
    command.addAll(archive().flags());
    command.addAll(List.of("-jar", jar.unpacked().toString()));
    return new Launch(command, environment, data);
  }

  @Override
  public boolean isHealthy() {
    return HttpProbe.succeeds(url() + "/health");
  }

  @Override
  public void stopped() throws IOException {
    archive().publish();
  }

  private ClassArchive archive() {
    return ClassArchive.in(jar.folder(), port);
  }

  /** The first stop also writes the class archive. */
  @Override
  public Duration stopLimit() {
    return Duration.ofMinutes(1);
  }
}
