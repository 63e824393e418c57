package dev.sagashop.launcher.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The parsed classes of a program, shared by all its later starts: half of a start's work is
 * loading classes. The first process writes it when it is asked to end; a file that others may be
 * reading is never written to.
 */
public record ClassArchive(Path archive, Path unfinished) {
  /** A missing or unfit archive only makes the start slower, so nothing is said about it. */
  private static final List<String> QUIET = List.of("-Xlog:cds*=off", "-Xlog:aot*=off");

  /**
   * @param folder that goes when the program's jars change
   * @param port tells processes of the same program apart
   */
  public static ClassArchive in(Path folder, int port) {
    String name = "classes-" + Runtime.version().toString().replaceAll("[^0-9.]+", "_");
    return new ClassArchive(
        folder.resolve(name + ".jsa"), folder.resolve("%s-%d.new".formatted(name, port)));
  }

  public List<String> flags() {
    String flag =
        Files.exists(archive)
            ? "-XX:SharedArchiveFile=" + archive
            : "-XX:ArchiveClassesAtExit=" + unfinished;
    return List.of(flag, QUIET.getFirst(), QUIET.getLast());
  }

  /** After the process that wrote it has ended properly. */
  public void publish() throws IOException {
    if (Files.exists(unfinished)) {
      Files.move(
          unfinished, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
