package dev.sagashop.system.security;

import dev.sagashop.launcher.checkout.UserCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Generates requests from a description and holds the answers against it. A Python program, fetched
 * from the package index once and kept beside what else is expensive to get.
 */
final class Schemathesis {

  private static final String VERSION = "4.32.5";

  /** Streams of events do not end, and what makes the provider fail would fail later tests. */
  private static final String EXCLUDED = "/events$|^/payments/simulator$";

  private static final Pattern GENERATED = Pattern.compile("(\\d+) generated");

  private static final int LONGEST_RUN_MINUTES = 40;

  private final Path program;

  private Schemathesis(Path program) {
    this.program = program;
  }

  /**
   * How a run ended.
   *
   * @param passed whether no answer broke a rule
   * @param requests that were sent
   */
  record Outcome(boolean passed, long requests, String printed) {}

  /**
   * @throws IllegalStateException if there is no Python, or no package index
   */
  static Schemathesis find() {
    try {
      return new Schemathesis(
          UserCache.find().getOrFill("schemathesis", VERSION, Schemathesis::fetch).resolve("lib"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep schemathesis in the user's cache", e);
    }
  }

  private static void fetch(Path folder) throws IOException {
    Path tools = folder.resolve("tools");
    require(List.of("python3", "-m", "venv", tools.toString()), "python3 with venv");
    require(
        List.of(
            tools.resolve("bin/pip").toString(),
            "install",
            "--quiet",
            "--target",
            folder.resolve("lib").toString(),
            "schemathesis==" + VERSION),
        "the package index");
  }

  private static void require(List<String> command, String what) throws IOException {
    Run run = run(command, Optional.empty(), 10);
    if (run.exitCode() != 0) {
      throw new IllegalStateException(
          "'%s' failed; install %s. It printed:%n%s"
              .formatted(String.join(" ", command), what, run.printed()));
    }
  }

  /**
   * Sends about this many requests to each route.
   *
   * @param token of whoever asks; empty for nobody
   */
  Outcome run(Path description, URI service, Optional<String> token, int examples) {
    try {
      List<String> command =
          new ArrayList<>(
              List.of(
                  "python3",
                  "-m",
                  "schemathesis.cli",
                  "run",
                  description.toString(),
                  "--url",
                  service.toString(),
                  "--checks",
                  "not_a_server_error,status_code_conformance",
                  "--phases",
                  "examples,coverage,fuzzing",
                  "--max-examples",
                  Integer.toString(examples),
                  "--exclude-path-regex",
                  EXCLUDED,
                  "--continue-on-failure",
                  "--no-shrink",
                  "--seed",
                  "1",
                  "--suppress-health-check",
                  "all",
                  "--warnings",
                  "off",
                  "--no-color"));
      token.ifPresent(text -> command.addAll(List.of("-H", "Authorization: Bearer " + text)));
      Run run = run(command, Optional.of(program), LONGEST_RUN_MINUTES);
      return new Outcome(run.exitCode() == 0, requests(run.printed()), run.printed());
    } catch (IOException e) {
      throw new UncheckedIOException("schemathesis cannot be run", e);
    }
  }

  private static long requests(String printed) {
    Matcher summary = GENERATED.matcher(printed);
    return summary.find() ? Long.parseLong(summary.group(1)) : 0;
  }

  private record Run(int exitCode, String printed) {}

  private static Run run(List<String> command, Optional<Path> library, int minutes)
      throws IOException {
    Path output = Files.createTempFile("schemathesis", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    library.ifPresent(folder -> builder.environment().put("PYTHONPATH", folder.toString()));
    try {
      Process process = builder.start();
      if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "'%s' did not end within %d minutes".formatted(command.get(2), minutes));
      }
      return new Run(process.exitValue(), Files.readString(output));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during " + command.get(2), e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
