package dev.sagashop.launcher.commands;

import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.services.Maven;
import dev.sagashop.launcher.shop.Shop;
import dev.sagashop.launcher.webapps.WebApps;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Everything that CI runs; with {@code --full} also what takes hours. */
record TestRun(Checkout checkout, Console console) {

  /** The exit code is Maven's. */
  int run(Shop shop, List<String> mavenArguments) throws IOException {
    Maven.check(checkout.root());
    shop.temporalFinder().buildIfPossible();
    Instant start = Instant.now();
    int exitCode = webApps(mavenArguments);
    if (exitCode == 0) {
      exitCode = maven(mavenArguments);
    }
    Duration total = Duration.between(start, Instant.now());
    console.say("");
    SlowTests.since(checkout.root(), start).lines().forEach(console::say);
    console.say(
        "%s after %d min %02d s."
            .formatted(
                exitCode == 0 ? "All tests passed" : "THE TESTS FAILED",
                total.toMinutes(),
                total.toSecondsPart()));
    return exitCode;
  }

  /** Not for whoever chooses a few tests. */
  private int webApps(List<String> arguments) throws IOException {
    if (arguments.stream().anyMatch(argument -> argument.startsWith("-Dtest="))) {
      return 0;
    }
    try {
      return new WebApps(checkout, console).check();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private int maven(List<String> arguments) throws IOException {
    List<String> command = Maven.command("verify");
    arguments.stream()
        .map(argument -> argument.equals("--full") ? "-Dsagashop.full=true" : argument)
        .forEach(command::add);
    try {
      return new ProcessBuilder(command)
          .directory(checkout.root().toFile())
          .inheritIO()
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
