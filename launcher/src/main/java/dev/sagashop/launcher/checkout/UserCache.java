package dev.sagashop.launcher.checkout;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What is expensive to get and the same for every checkout of this user: {@code SAGASHOP_CACHE},
 * else {@code ~/.cache/sagashop}. Entries are written once and never changed.
 */
public record UserCache(Path root) {

  /** Fills a folder that nobody else sees yet. */
  public interface Filling {
    void fill(Path folder) throws IOException;
  }

  public static UserCache find() {
    String named = System.getenv().getOrDefault("SAGASHOP_CACHE", "");
    return new UserCache(
        named.isEmpty()
            ? Path.of(System.getProperty("user.home", "."), ".cache", "sagashop")
            : Path.of(named).toAbsolutePath());
  }

  public Path entry(String kind, String version) {
    return root.resolve(kind).resolve(version);
  }

  public boolean has(String kind, String version) {
    return Files.isDirectory(entry(kind, version));
  }

  /**
   * The entry, filled now when it is missing. Several processes may fill it at once: each works in
   * a folder of its own, and the first rename wins.
   */
  public Path getOrFill(String kind, String version, Filling filling) throws IOException {
    Path entry = entry(kind, version);
    if (Files.isDirectory(entry)) {
      return entry;
    }
    Files.createDirectories(root.resolve(kind));
    Path unfinished = Files.createTempDirectory(root.resolve(kind), "." + version + "-");
    try {
      filling.fill(unfinished);
      Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      Folders.delete(unfinished);
    } catch (IOException | RuntimeException e) {
      Folders.delete(unfinished);
      throw e;
    }
    return entry;
  }
}
