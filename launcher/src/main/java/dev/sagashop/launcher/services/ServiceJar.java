package dev.sagashop.launcher.services;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.checkout.Folders;
import dev.sagashop.launcher.processes.Launch;
import dev.sagashop.launcher.processes.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The executable jar that Maven makes of one module. */
public final class ServiceJar {
  private static final String VERSION = "0.1.0-SNAPSHOT";

  private final Checkout checkout;
  private final String module;
  private final Path jar;

  public ServiceJar(Checkout checkout, String module) {
    this.checkout = checkout;
    this.module = module;
    this.jar = checkout.folder(module).resolve("target/%s-%s.jar".formatted(module, VERSION));
  }

  public String module() {
    return module;
  }

  /** Whether Maven must run: no jar, or a source that is newer. */
  boolean isOutdated(FileTime newestShared) throws IOException {
    if (!Files.exists(jar)) {
      return true;
    }
    FileTime built = Files.getLastModifiedTime(jar);
    return built.compareTo(newestShared) < 0
        || built.compareTo(SourceAge.newest(checkout.folder(module))) < 0;
  }

  /** Marks it as newer than every source, also when Maven found nothing to change in it. */
  void touch() throws IOException {
    Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis()));
  }

  /** The unpacked application; a nested jar in a jar costs seconds at each start. */
  public Path unpacked() {
    return folder().resolve(jar.getFileName());
  }

  public void unpack() throws IOException {
    if (!Files.exists(jar)) {
      throw new ShopException("%s is not built: run ./shop build".formatted(jar));
    }
    if (Files.exists(unpacked())) {
      return;
    }
    removeOlder();
    Path unfinished = folder().resolveSibling(folder().getFileName() + ".unfinished");
    Folders.delete(unfinished);
    Path libraries = jar.resolveSibling("lib");
    if (Files.isDirectory(libraries)) {
      copy(libraries, unfinished);
    } else {
      extract(unfinished);
    }
    Files.move(unfinished, folder());
  }

  /** A plain jar has its libraries beside it; the next build must not change those of a run. */
  private void copy(Path libraries, Path destination) throws IOException {
    Files.createDirectories(destination.resolve("lib"));
    Files.copy(jar, destination.resolve(jar.getFileName()));
    try (Stream<Path> files = Files.list(libraries)) {
      for (Path library : files.toList()) {
        Files.copy(library, destination.resolve("lib").resolve(library.getFileName()));
      }
    }
  }

  private void extract(Path destination) {
    Tools.runOrFail(
        new Launch(
            List.of(
                Tools.java(),
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                destination.toString()),
            Map.of(),
            checkout.root()));
  }

  /** Of this very jar; another build has another one. */
  Path folder() {
    return all().resolve(key());
  }

  private Path all() {
    return checkout.folder(".shop").resolve("services").resolve(module);
  }

  private String key() {
    try {
      return Files.exists(jar)
          ? Files.size(jar) + "-" + Files.getLastModifiedTime(jar).toMillis()
          : "missing";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps the one before the newest: a shop of another home may still run from it. */
  private void removeOlder() throws IOException {
    Files.createDirectories(all());
    try (Stream<Path> folders = Files.list(all())) {
      List<Path> oldestFirst = folders.sorted(SourceAge.OLDEST_FIRST).toList();
      for (Path old : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - 1))) {
        Folders.delete(old);
      }
    }
  }
}
