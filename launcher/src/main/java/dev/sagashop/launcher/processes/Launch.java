package dev.sagashop.launcher.processes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program to run: what, with which additional environment, and where. */
public record Launch(List<String> command, Map<String, String> environment, Path directory) {
  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
