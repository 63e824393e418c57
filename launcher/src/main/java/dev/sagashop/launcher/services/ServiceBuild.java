package dev.sagashop.launcher.services;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.processes.ChildLife;
import dev.sagashop.launcher.processes.Children;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.processes.Launch;
import dev.sagashop.launcher.processes.LogTail;
import dev.sagashop.launcher.processes.ProcessIdentity;
import dev.sagashop.launcher.processes.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Brings the jars of the services up to date. */
public final class ServiceBuild {
  /** What more than one service is made of. */
  private static final List<String> SHARED =
      List.of(
          ".",
          "activities",
          "workflows",
          "platform/web",
          "platform/outbox",
          "platform/temporal",
          "platform/operations");

  private static final Duration PROGRESS = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final Checkout checkout;
  private final Console console;

  public ServiceBuild(Checkout checkout, Console console) {
    this.checkout = checkout;
    this.console = console;
  }

  public List<ServiceJar> outdated(Collection<ServiceJar> jars) throws IOException {
    List<FileTime> shared = new ArrayList<>();
    for (String module : SHARED) {
      shared.add(SourceAge.newest(checkout.folder(module)));
    }
    FileTime newestShared = shared.stream().max(Comparator.naturalOrder()).orElseThrow();
    List<ServiceJar> outdated = new ArrayList<>();
    for (ServiceJar jar : jars) {
      if (jar.isOutdated(newestShared)) {
        outdated.add(jar);
      }
    }
    return outdated;
  }

  /** Runs Maven without the tests. */
  public void build(List<ServiceJar> jars, Path log) throws IOException {
    if (jars.isEmpty()) {
      return;
    }
    String modules = String.join(",", jars.stream().map(ServiceJar::module).toList());
    console.say("Building %s with Maven (minutes the first time) ...".formatted(modules));
    Files.deleteIfExists(log);
    Files.createFile(log);
    ProcessIdentity maven =
        Children.start(
            new Launch(
                Maven.command("-T", "1C", "-DskipTests", "-pl", modules, "-am", "package"),
                Map.of(),
                checkout.root()),
            ChildLife.BOUND,
            log);
    awaitEnd(maven, log);
    if (!Files.readString(log).contains("BUILD SUCCESS")) {
      throw new ShopException("The build failed, see %s:%n%s".formatted(log, LogTail.of(log, 25)));
    }
    for (ServiceJar jar : jars) {
      jar.touch();
    }
  }

  private void awaitEnd(ProcessIdentity maven, Path log) throws IOException {
    long start = System.nanoTime();
    while (!Waiting.until(PROGRESS, () -> !maven.isAlive())) {
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      console.say(
          "  building: %d min %02d s%s; log %s"
              .formatted(elapsed.toMinutes(), elapsed.toSecondsPart(), current(log), log));
      if (elapsed.compareTo(LIMIT) > 0) {
        maven.killWithDescendants();
        throw new ShopException(
            "The build took more than %d minutes, see %s".formatted(LIMIT.toMinutes(), log));
      }
    }
  }

  /** Which module Maven is at. */
  private static String current(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.startsWith("[INFO] Building ") && line.contains("["))
        .reduce((first, second) -> second)
        .map(line -> ", at " + line.substring("[INFO] Building ".length()).strip())
        .orElse("");
  }
}
