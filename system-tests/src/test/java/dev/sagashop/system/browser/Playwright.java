package dev.sagashop.system.browser;

import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.processes.Tools;
import dev.sagashop.system.shop.RunningShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the tests of {@code frontend/browser-tests} once, and reads what came out of each. */
final class Playwright {

  private static final int MINUTES = 30;
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");

  private Playwright() {}

  /** What became of one test; {@code problem} is empty when it passed. */
  record Result(String name, String status, String problem) {}

  /** The browser that CHROMIUM names, or one of this machine. */
  static Optional<Path> browser() {
    String named = System.getenv().getOrDefault("CHROMIUM", "");
    return named.isEmpty()
        ? BROWSERS.stream().flatMap(name -> Tools.find(name).stream()).findFirst()
        : Optional.of(Path.of(named));
  }

  static List<Result> run(Path browser, RunningShop shop) throws IOException, InterruptedException {
    Path frontend = Checkout.find().folder("frontend");
    Path report = Path.of("target", "browser-tests.json").toAbsolutePath();
    Files.createDirectories(report.getParent());
    Files.deleteIfExists(report);
    var command = new ArrayList<>(List.of("npx", "--no-install", "playwright", "test"));
    command.addAll(List.of("--output", report.resolveSibling("browser-tests").toString()));
    if (!Boolean.getBoolean("sagashop.full")) {
      command.addAll(List.of("--grep-invert", "@full"));
    }
    // Not the stream of this process, by which the test runner talks to Maven.
    Path log = report.resolveSibling("browser-tests.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(frontend.resolve("browser-tests").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("SHOP_URL", shop.gateway().toString());
    builder.environment().put("SHOP_COMMAND", Checkout.find().folder("shop").toString());
    builder.environment().put("SAGASHOP_HOME", shop.home().toString());
    builder.environment().put("CHROMIUM", browser.toString());
    builder.environment().put("REPORT", report.toString());
    Process process = builder.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IllegalStateException(
          "the browser tests did not end within %d minutes, see %s".formatted(MINUTES, log));
    }
    if (!Files.exists(report)) {
      throw new IllegalStateException(
          "Playwright ended with %d and left no report, see %s"
              .formatted(process.exitValue(), log));
    }
    JsonNode root = JsonMapper.shared().readTree(Files.readString(report));
    return Stream.concat(
            root.path("errors").valueStream().map(Playwright::beforeTheTests),
            root.path("suites").valueStream().flatMap(suite -> results("", suite)))
        .toList();
  }

  private static Result beforeTheTests(JsonNode error) {
    return new Result("Playwright", "failed", error.path("message").asString(""));
  }

  private static Stream<Result> results(String above, JsonNode suite) {
    String title = (above + " " + suite.path("title").asString("")).strip();
    return Stream.concat(
        suite.path("specs").valueStream().map(spec -> result(title, spec)),
        suite.path("suites").valueStream().flatMap(inner -> results(title, inner)));
  }

  private static Result result(String suite, JsonNode spec) {
    JsonNode last = spec.at("/tests/0/results").valueStream().reduce((a, b) -> b).orElse(spec);
    return new Result(
        suite + ": " + spec.path("title").asString(""),
        last.path("status").asString("skipped"),
        last.at("/error/message").asString("") + last.at("/error/snippet").asString(""));
  }
}
