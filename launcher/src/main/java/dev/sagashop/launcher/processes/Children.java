package dev.sagashop.launcher.processes;

import dev.sagashop.launcher.ShopException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts child processes; each writes to a log file of its own. */
public final class Children {
  /**
   * The kernel delivers the parent's death signal when the <em>thread</em> that forked ends, so all
   * bound children are forked by one thread that lives as long as the JVM.
   */
  private static final ExecutorService FORKER =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().daemon().name("forks-bound-children").unstarted(work));

  private Children() {}

  public static ProcessIdentity start(Launch launch, ChildLife life, Path log) {
    List<String> command = new ArrayList<>(guard(life));
    command.addAll(launch.command());
    ProcessBuilder builder =
        Tools.start(new Launch(command, launch.environment(), launch.directory()))
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process process = fork(builder);
    return ProcessIdentity.of(process.pid())
        .orElseThrow(
            () ->
                new ShopException(
                    "%s ended at once; its log is %s".formatted(launch.command().getFirst(), log)));
  }

  private static Process fork(ProcessBuilder builder) {
    try {
      return FORKER.submit(builder::start).get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() instanceof IOException problem ? problem : e;
      throw new ShopException(
          "Cannot start %s: %s".formatted(builder.command(), cause.getMessage()), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShopException("Interrupted while starting " + builder.command(), e);
    }
  }

  /** Both helpers replace themselves by the program, so the pid is the program's. */
  private static List<String> guard(ChildLife life) {
    return switch (life) {
      case DETACHED -> Tools.find("setsid").map(tool -> List.of(tool.toString())).orElse(List.of());
      case BOUND ->
          Tools.onLinux()
              ? Tools.find("setpriv")
                  .map(tool -> List.of(tool.toString(), "--pdeathsig", "KILL"))
                  .orElse(List.of())
              : List.of();
    };
  }
}
