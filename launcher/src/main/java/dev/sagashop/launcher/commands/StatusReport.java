package dev.sagashop.launcher.commands;

import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.parts.PartRunner;
import dev.sagashop.launcher.processes.ProcessIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./shop status} prints, for people and for programs. */
record StatusReport(List<Line> parts) {

  /**
   * One part.
   *
   * @param pid absent when the part does not run or somebody else runs it
   */
  record Line(String name, String state, @Nullable Long pid, int port, String url) {

    static Line of(Part part, PartRunner runner) {
      return new Line(
          part.name(),
          runner.state(part).word(),
          runner.running(part).map(ProcessIdentity::pid).orElse(null),
          part.port(),
          part.url());
    }
  }

  /** Asks all parts at once: one that hangs costs its own time-out only. */
  static StatusReport of(List<Part> parts, PartRunner runner) {
    return new StatusReport(parts.stream().parallel().map(part -> Line.of(part, runner)).toList());
  }

  String json() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  String table() {
    StringBuilder table = new StringBuilder();
    for (Line line : parts) {
      table.append(
          "%-18s %-10s %8s  %s%n"
              .formatted(
                  line.name(), line.state(), line.pid() == null ? "" : line.pid(), line.url()));
    }
    return table.toString().stripTrailing();
  }
}
