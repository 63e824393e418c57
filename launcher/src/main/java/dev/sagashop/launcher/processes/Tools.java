package dev.sagashop.launcher.processes;

import dev.sagashop.launcher.ShopException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Programs of this machine. */
public final class Tools {
  private Tools() {}

  /** What a program printed, and how it ended. */
  public record Outcome(int exitCode, String output) {}

  /** The program on the PATH, when there is one. */
  public static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return List.of(path.split(File.pathSeparator, -1)).stream()
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  public static boolean onLinux() {
    return System.getProperty("os.name", "").startsWith("Linux");
  }

  public static boolean asRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** The java of the JVM that runs this. */
  public static String java() {
    return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
  }

  /** Runs to the end and gives what was printed; both streams in one. */
  public static Outcome run(Launch launch) {
    try {
      Process process = start(launch).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Outcome(process.waitFor(), output);
    } catch (IOException e) {
      throw new ShopException("Cannot run %s: %s".formatted(launch.command(), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShopException("Interrupted while running " + launch.command(), e);
    }
  }

  /** As {@link #run}, and anything but success is an error that carries the output. */
  public static String runOrFail(Launch launch) {
    Outcome outcome = run(launch);
    if (outcome.exitCode() != 0) {
      throw new ShopException(
          "%s ended with exit code %d, expected 0:%n%s"
              .formatted(String.join(" ", launch.command()), outcome.exitCode(), outcome.output()));
    }
    return outcome.output();
  }

  public static Outcome run(Path directory, String... command) {
    return run(new Launch(List.of(command), Map.of(), directory));
  }

  static ProcessBuilder start(Launch launch) {
    ProcessBuilder builder = new ProcessBuilder(launch.command());
    builder.directory(launch.directory().toFile());
    builder.environment().putAll(launch.environment());
    return builder;
  }
}
