package dev.sagashop.launcher.webapps;

import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.processes.Launch;
import dev.sagashop.launcher.processes.Tools;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Brings the builds of the web apps up to date. */
public final class WebApps {
  private static final Set<String> NO_SOURCES =
      Set.of("node_modules", "dist", "generated", "browser-tests", "test");
  private static final FileTime NEVER = FileTime.fromMillis(0);

  private final Path sources;
  private final Path descriptions;
  private final Console console;

  public WebApps(Checkout checkout, Console console) {
    this.sources = checkout.folder("frontend");
    this.descriptions = checkout.folder("docs/api");
    this.console = console;
  }

  /** By which the gateway finds the builds. */
  public static Map<String, String> folders(Checkout checkout) {
    return Map.of(
        "CUSTOMER_WEB_DIR", checkout.folder("frontend/customer-web/dist").toString(),
        "ADMIN_PANEL_DIR", checkout.folder("frontend/admin-panel/dist").toString());
  }

  /** Builds them when something that goes into them is newer than what is there. */
  public void buildIfOutdated() throws IOException {
    if (isOutdated()) {
      Node.check(sources);
      console.say("Building the web apps with npm (a minute the first time) ...");
      installIfOutdated();
      npm("run", "build");
    }
  }

  /** Everything that CI runs about them without a browser; the exit code is npm's. */
  public int check() throws IOException, InterruptedException {
    Node.check(sources);
    installIfOutdated();
    return new ProcessBuilder("npm", "run", "--silent", "check")
        .directory(sources.toFile())
        .inheritIO()
        .start()
        .waitFor();
  }

  private boolean isOutdated() throws IOException {
    FileTime newest = max(newest(sources), newest(descriptions));
    for (String app : List.of("customer-web", "admin-panel")) {
      Path page = sources.resolve(app).resolve("dist/index.html");
      if (!Files.exists(page) || Files.getLastModifiedTime(page).compareTo(newest) < 0) {
        return true;
      }
    }
    return false;
  }

  private void installIfOutdated() throws IOException {
    Path wanted = sources.resolve("package-lock.json");
    Path installed = sources.resolve("node_modules/.package-lock.json");
    if (!Files.exists(installed)
        || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) < 0) {
      // Not "ci": a registry that has no builds for other machines leaves them out of the lock
      // file,
      // and "ci" takes that for a mistake.
      npm("install", "--no-save");
    }
  }

  private void npm(String... arguments) {
    List<String> command = Stream.concat(Stream.of("npm"), Stream.of(arguments)).toList();
    Tools.runOrFail(new Launch(command, Map.of(), sources));
  }

  private static FileTime newest(Path folder) throws IOException {
    var newest = new FileTime[] {NEVER};
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
            return NO_SOURCES.contains(visited.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            newest[0] = max(newest[0], attributes.lastModifiedTime());
            return FileVisitResult.CONTINUE;
          }
        });
    return newest[0];
  }

  private static FileTime max(FileTime one, FileTime other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
