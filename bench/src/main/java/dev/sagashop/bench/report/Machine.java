package dev.sagashop.bench.report;

import java.lang.management.ManagementFactory;

/**
 * Where it was measured; numbers of other machines compare with these only as ratios.
 *
 * @param load how many processes wanted a core in the minute before
 */
public record Machine(int cores, double load, String system, String java) {

  public static Machine now() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        system.getAvailableProcessors(),
        system.getSystemLoadAverage(),
        system.getName() + " " + system.getArch(),
        Runtime.version().toString());
  }
}
