package dev.sagashop.launcher.checkout;

import dev.sagashop.launcher.ShopException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder with the sources, and what the build put there for the launcher's child processes. */
public record Checkout(Path root) {

  /**
   * The checkout that surrounds the working directory; the system property {@code sagashop.root}
   * names another one.
   */
  public static Checkout find() {
    String named = System.getProperty("sagashop.root", "");
    Path start = Path.of(named.isEmpty() ? "" : named).toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("shop")) && Files.isDirectory(folder.resolve("launcher"))) {
        return new Checkout(folder);
      }
    }
    throw new ShopException(
        "No checkout of Sagashop around %s: expected a folder with the file 'shop'; run from there or set -Dsagashop.root"
            .formatted(start));
  }

  public Path folder(String name) {
    return root.resolve(name);
  }

  /** The class path of child processes that run in a JVM, in the syntax of {@code java -cp}. */
  public String launcherClassPath() {
    return launcherTarget().resolve("classes") + File.pathSeparator + libraries().resolve("*");
  }

  /** The library whose file name starts with {@code prefix}. */
  public Path library(String prefix) {
    try (Stream<Path> files = Files.list(libraries())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow(
              () ->
                  new ShopException(
                      "No library %s* in %s: rebuild with ./shop build"
                          .formatted(prefix, libraries())));
    } catch (IOException e) {
      throw new ShopException("Cannot list %s: %s".formatted(libraries(), e.getMessage()), e);
    }
  }

  private Path launcherTarget() {
    return root.resolve("launcher/target");
  }

  /** The jars that the launcher and the programs in its JVMs use. */
  public Path libraries() {
    Path libraries = launcherTarget().resolve("lib");
    if (!Files.isDirectory(libraries)) {
      throw new ShopException(
          "The launcher is not built, %s is missing: run ./shop build".formatted(libraries));
    }
    return libraries;
  }
}
