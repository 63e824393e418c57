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

/** A small program of ours without Spring, which is there in a moment. */
public final class Program implements Part {
  private final String name;
  private final ServiceJar jar;
  private final Path data;
  private final int port;
  private final Run run;

  /**
   * @param arguments with which it serves
   */
  public record Run(String heap, List<String> arguments, Map<String, String> environment) {
    public Run {
      arguments = List.copyOf(arguments);
      environment = Map.copyOf(environment);
    }
  }

  public Program(String name, ServiceJar jar, Path data, int port, Run run) {
    this.name = name;
    this.jar = jar;
    this.data = data;
    this.port = port;
    this.run = run;
  }

  @Override
  public String name() {
    return name;
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
    return new Launch(command(archive().flags(), run.arguments()), run.environment(), data);
  }

  /** Runs beside the part, speaks to the terminal of the caller, and gives its exit code. */
  public int runOnce(List<String> arguments) throws IOException, InterruptedException {
    prepare();
    ClassArchive archive = archive();
    List<String> flags = Files.exists(archive.archive()) ? archive.flags() : List.of();
    ProcessBuilder process =
        new ProcessBuilder(command(flags, arguments)).directory(data.toFile()).inheritIO();
    process.environment().putAll(run.environment());
    return process.start().waitFor();
  }

  private List<String> command(List<String> flags, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Tools.java(),
                "-Xmx" + run.heap(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(flags);
    command.addAll(List.of("-jar", jar.unpacked().toString()));
    command.addAll(arguments);
    return command;
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
