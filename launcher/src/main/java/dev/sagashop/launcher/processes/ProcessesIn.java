package dev.sagashop.launcher.processes;

import dev.sagashop.launcher.ShopException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The processes that work in a folder: what a crashed server may leave behind for a moment, and
 * what its successor would trip over. Known on Linux only.
 */
public record ProcessesIn(List<ProcessHandle> processes) {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  public static ProcessesIn folder(Path folder) {
    return new ProcessesIn(
        ProcessHandle.allProcesses().filter(process -> worksIn(process, folder)).toList());
  }

  /** Kills them and returns when they are gone. */
  public void end() {
    processes.forEach(ProcessHandle::destroyForcibly);
    if (!Waiting.until(LIMIT, () -> processes.stream().noneMatch(ProcessHandle::isAlive))) {
      throw new ShopException(
          "Processes %s are still there %d s after SIGKILL"
              .formatted(processes.stream().map(ProcessHandle::pid).toList(), LIMIT.toSeconds()));
    }
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    Path current = Path.of("/proc", Long.toString(process.pid()), "cwd");
    try {
      return Files.readSymbolicLink(current).equals(folder);
    } catch (IOException e) {
      // Another user's process, or one that has just ended, or no /proc at all.
      return false;
    }
  }
}
