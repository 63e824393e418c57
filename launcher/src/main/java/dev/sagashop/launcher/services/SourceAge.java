package dev.sagashop.launcher.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** When something that goes into a jar was last changed. */
final class SourceAge {
  static final Comparator<Path> OLDEST_FIRST = Comparator.comparing(SourceAge::modified);

  private static final FileTime NEVER = FileTime.fromMillis(0);

  private SourceAge() {}

  /** The newest of a module's {@code pom.xml} and everything below {@code src/main}. */
  static FileTime newest(Path module) throws IOException {
    FileTime newest = NEVER;
    for (Path start : List.of(module.resolve("pom.xml"), module.resolve("src/main"))) {
      if (Files.exists(start)) {
        try (Stream<Path> files = Files.walk(start)) {
          FileTime found =
              files.map(SourceAge::modified).max(Comparator.naturalOrder()).orElse(NEVER);
          newest = newest.compareTo(found) < 0 ? found : newest;
        }
      }
    }
    return newest;
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
