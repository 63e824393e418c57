package dev.sagashop.launcher.temporal;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.checkout.UserCache;
import dev.sagashop.launcher.processes.ChildLife;
import dev.sagashop.launcher.processes.Children;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.processes.Launch;
import dev.sagashop.launcher.processes.LogTail;
import dev.sagashop.launcher.processes.ProcessIdentity;
import dev.sagashop.launcher.processes.Tools;
import dev.sagashop.launcher.processes.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Builds the pinned Temporal programs with Go, once per user and version. */
final class TemporalBuild {
  private static final String KIND = "temporal";
  private static final Duration LIMIT = Duration.ofMinutes(60);
  private static final Duration PROGRESS = Duration.ofSeconds(5);

  /** The server last, because it takes by far the longest. */
  private static final List<Program> PROGRAMS =
      List.of(
          new Program(TemporalPrograms.SQL_TOOL, "go.temporal.io/server/cmd/tools/sql"),
          new Program(TemporalPrograms.UI, "github.com/temporalio/ui-server/v2/cmd/server"),
          new Program(TemporalPrograms.SERVER, "go.temporal.io/server/cmd/server"));

  private final Path module;
  private final UserCache cache;
  private final Console console;

  private record Program(String file, String source) {}

  TemporalBuild(Path module, UserCache cache, Console console) {
    this.module = module;
    this.cache = cache;
    this.console = console;
  }

  boolean isCached() {
    return cache.has(KIND, TemporalVersions.pinnedIn(module).key());
  }

  /** Whether Go is there and new enough for the pinned versions. */
  boolean isPossible() {
    return GoVersion.installed()
        .filter(go -> go.isAtLeast(GoVersion.parse(TemporalVersions.pinnedIn(module).go())))
        .isPresent();
  }

  /** Where the programs are, or will be after {@link #ensure}. */
  TemporalPrograms programs() {
    return new TemporalPrograms(cache.entry(KIND, TemporalVersions.pinnedIn(module).key()));
  }

  /** Builds unless the cache has this version. */
  void ensure() throws IOException {
    if (isCached()) {
      return;
    }
    TemporalVersions versions = TemporalVersions.pinnedIn(module);
    console.say(
        "Building the Temporal server %s and its Web UI %s with Go (about 12 minutes, once) ..."
            .formatted(versions.server(), versions.ui()));
    cache.getOrFill(KIND, versions.key(), this::buildAll);
  }

  private void buildAll(Path folder) throws IOException {
    for (Program program : PROGRAMS) {
      build(program, folder);
    }
  }

  private void build(Program program, Path folder) throws IOException {
    Path go =
        Tools.find("go")
            .orElseThrow(
                () -> new ShopException("No 'go' on the PATH: install Go 1.26.8 or newer"));
    Path log = cache.root().resolve(KIND).resolve("build-" + program.file() + ".log");
    Files.deleteIfExists(log);
    Path target = folder.resolve(program.file());
    ProcessIdentity build =
        Children.start(
            new Launch(
                List.of(go.toString(), "build", "-o", target.toString(), program.source()),
                Map.of("GOTOOLCHAIN", "local", "GOFLAGS", "-mod=readonly"),
                module),
            ChildLife.BOUND,
            log);
    awaitEnd(program, build, log);
    if (!Files.isExecutable(target)) {
      throw new ShopException(
          "Building %s failed, see %s:%n%s".formatted(program.file(), log, LogTail.of(log, 15)));
    }
  }

  private void awaitEnd(Program program, ProcessIdentity build, Path log) {
    long start = System.nanoTime();
    while (!Waiting.until(PROGRESS, () -> !build.isAlive())) {
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      console.say(
          "  building %s: %d min %02d s; log %s"
              .formatted(program.file(), elapsed.toMinutes(), elapsed.toSecondsPart(), log));
      if (elapsed.compareTo(LIMIT) > 0) {
        build.killWithDescendants();
        throw new ShopException(
            "Building %s took more than %d minutes, see %s"
                .formatted(program.file(), LIMIT.toMinutes(), log));
      }
    }
  }
}
