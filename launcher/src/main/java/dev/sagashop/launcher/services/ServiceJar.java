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

/** The program that Maven makes of one module. */
public final class ServiceJar {
  /** How a jar finds its libraries. */
  private enum Libraries {
    INSIDE,
    BESIDE
  }

  private static final String VERSION = "0.1.0-SNAPSHOT";

  private final Checkout checkout;
  private final String module;
  private final Libraries libraries;
  private final Path jar;

  public ServiceJar(Checkout checkout, String module) {
    this(checkout, module, Libraries.INSIDE);
  }

  private ServiceJar(Checkout checkout, String module, Libraries libraries) {
    this.checkout = checkout;
    this.module = module;
    this.libraries = libraries;
    this.jar = checkout.folder(module).resolve("target/%s-%s.jar".formatted(module, VERSION));
  }

  /** Of a module whose libraries are in a folder beside its jar. */
  public static ServiceJar withLibrariesBeside(Checkout checkout, String module) {
    return new ServiceJar(checkout, module, Libraries.BESIDE);
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
    switch (libraries) {
      case INSIDE -> extractTo(unfinished);
      case BESIDE -> copyTo(unfinished);
    }
    Files.move(unfinished, folder());
  }

  private void extractTo(Path unfinished) {
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
                unfinished.toString()),
            Map.of(),
            checkout.root()));
  }

  /** A running program must not lose its jars to the next build. */
  private void copyTo(Path unfinished) throws IOException {
    Path lib = jar.resolveSibling("lib");
    Files.createDirectories(unfinished.resolve(lib.getFileName()));
    Files.copy(jar, unfinished.resolve(jar.getFileName()));
    try (Stream<Path> files = Files.list(lib)) {
      for (Path file : files.toList()) {
        Files.copy(file, unfinished.resolve(lib.getFileName()).resolve(file.getFileName()));
      }
    }
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
