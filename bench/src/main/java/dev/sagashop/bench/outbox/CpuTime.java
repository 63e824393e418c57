package dev.sagashop.bench.outbox;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What processes have used of a core until now. */
final class CpuTime {

  private static final Path PROCESSES = Path.of("/proc");

  /** Of the kernel's clock in {@code /proc}, whatever the machine. */
  private static final long MILLIS_PER_TICK = 10;

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  private CpuTime() {}

  static Duration ofThisProcess() {
    var system =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    return Duration.ofNanos(system);
  }

  /** Empty where the system does not tell, or one of them has ended. */
  static Optional<Duration> of(List<Long> processes) {
    Duration sum = Duration.ZERO;
    for (long process : processes) {
      try {
        String stat = Files.readString(PROCESSES.resolve(process + "/stat"));
        // The name in parentheses may hold blanks; the state is the first word behind it.
        List<String> words = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        long ticks = Long.parseLong(words.get(USER_TIME)) + Long.parseLong(words.get(SYSTEM_TIME));
        sum = sum.plusMillis(ticks * MILLIS_PER_TICK);
      } catch (NoSuchFileException error) {
        return Optional.empty();
      } catch (IOException error) {
        throw new java.io.UncheckedIOException(error);
      }
    }
    return Optional.of(sum);
  }
}
