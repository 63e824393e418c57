package dev.sagashop.launcher.processes;

import dev.sagashop.launcher.ShopException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that can be recognised again: the pid alone is recycled by the system, together with
 * the moment the process started it is not.
 *
 * @param started clock ticks since boot where {@code /proc} tells them, else milliseconds of the
 *     epoch; only ever compared for equality
 */
public record ProcessIdentity(long pid, String started) {
  private static final Duration END_LIMIT = Duration.ofSeconds(10);

  public static Optional<ProcessIdentity> of(long pid) {
    return startedAt(pid).map(started -> new ProcessIdentity(pid, started));
  }

  /** Reads what {@link #write} wrote; a file that says nothing useful is as good as none. */
  public static Optional<ProcessIdentity> read(Path file) {
    try {
      String[] words = Files.readString(file).strip().split(" ", -1);
      return words.length == 2
          ? Optional.of(new ProcessIdentity(Long.parseLong(words[0]), words[1]))
          : Optional.empty();
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new ShopException("Cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  public void write(Path file) throws IOException {
    Files.writeString(file, pid + " " + started + "\n");
  }

  /** Whether this very process still runs; one that only waits to be collected does not. */
  public boolean isAlive() {
    return startedAt(pid).filter(started::equals).isPresent();
  }

  /** Sends a signal to this process only; a process that is gone by then is no error. */
  public void signal(Signal signal) {
    if (isAlive()) {
      Signals.send(signal, pid);
    }
  }

  /** Kills it and everything it started, at once, as a power cut would. */
  public void killWithDescendants() {
    if (!isAlive()) {
      return;
    }
    var descendants = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).toList();
    Signals.send(Signal.KILL, pid);
    descendants.forEach(ProcessHandle::destroyForcibly);
    Waiting.until(END_LIMIT, () -> descendants.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static Optional<String> startedAt(long pid) {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    if (Files.isDirectory(Path.of("/proc/self"))) {
      try {
        // The second field is the name in parentheses and may contain anything.
        String line = Files.readString(stat);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        boolean ended = fields[0].equals("Z") || fields[0].equals("X");
        return ended ? Optional.empty() : Optional.of(fields[19]);
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().startInstant())
        .map(Instant::toEpochMilli)
        .map(String::valueOf);
  }
}
