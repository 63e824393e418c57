package dev.sagashop.launcher.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port, as far as the system tells this user. */
public final class PortOwner {
  private static final String LISTENING = "0A";

  private PortOwner() {}

  /** The program and its pid. */
  public static Optional<String> of(int port) {
    try {
      for (String inode : listeningInodes(port)) {
        Optional<String> owner = ownerOf("socket:[" + inode + "]");
        if (owner.isPresent()) {
          return owner;
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static List<String> listeningInodes(int port) throws IOException {
    String suffix = ":%04X".formatted(port);
    List<String> inodes = new ArrayList<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      if (Files.exists(Path.of(table))) {
        for (String line : Files.readAllLines(Path.of(table))) {
          String[] fields = line.strip().split("\\s+", -1);
          if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING)) {
            inodes.add(fields[9]);
          }
        }
      }
    }
    return inodes;
  }

  private static Optional<String> ownerOf(String socket) {
    return ProcessHandle.allProcesses()
        .filter(process -> holds(process, socket))
        .findFirst()
        .map(
            process ->
                "%s (pid %d)"
                    .formatted(process.info().command().orElse("another program"), process.pid()));
  }

  private static boolean holds(ProcessHandle process, String socket) {
    Path descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
    try (Stream<Path> files = Files.list(descriptors)) {
      return files.anyMatch(file -> pointsTo(file, socket));
    } catch (IOException e) {
      // Another user's process, or one that has just ended.
      return false;
    }
  }

  private static boolean pointsTo(Path file, String socket) {
    try {
      return Files.readSymbolicLink(file).toString().equals(socket);
    } catch (IOException e) {
      return false;
    }
  }
}
