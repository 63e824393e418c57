package dev.sagashop.launcher.services;

import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.processes.ClassArchive;
import dev.sagashop.launcher.processes.HttpProbe;
import dev.sagashop.launcher.processes.Launch;
import dev.sagashop.launcher.processes.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The auditor: as a part it looks round after round, as a command once. */
public final class Auditor implements Part {
  private final ServiceJar jar;
  private final Path data;
  private final int port;
  private final Map<String, String> environment;

  public Auditor(ServiceJar jar, Path data, int port, Map<String, String> environment) {
    this.jar = jar;
    this.data = data;
    this.port = port;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public String name() {
    return "auditor";
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
    return new Launch(command(archive().flags(), List.of("watch")), environment, data);
  }

  /** Looks once and prints what it found; the exit code is the auditor's. */
  public int audit(List<String> arguments) throws IOException {
    prepare();
    ClassArchive archive = archive();
    List<String> flags = Files.exists(archive.archive()) ? archive.flags() : List.of();
    ProcessBuilder process =
        new ProcessBuilder(command(flags, arguments)).directory(data.toFile()).inheritIO();
    process.environment().putAll(environment);
    try {
      return process.start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 2;
    }
  }

  private List<String> command(List<String> flags, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Tools.java(),
                "-Xms16m",
                "-Xmx256m",
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
}
