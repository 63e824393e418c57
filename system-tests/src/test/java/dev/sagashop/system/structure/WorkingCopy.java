package dev.sagashop.system.structure;

import dev.sagashop.launcher.checkout.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The working copy that these tests look at. */
final class WorkingCopy {

  static final Path ROOT = Checkout.find().root();

  private WorkingCopy() {}

  /** The folders of classes that the modules of this build have compiled, without tests. */
  static List<Path> compiledClasses() throws IOException {
    try (Stream<Path> folders = Files.walk(ROOT, 4)) {
      return folders.filter(folder -> folder.endsWith(Path.of("target", "classes"))).toList();
    }
  }

  /** The files that git tracks, or would track, as paths below the root. */
  static List<Path> files() throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard")
            .directory(ROOT.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> lines = git.inputReader().lines().toList();
    if (git.waitFor() != 0) {
      throw new IllegalStateException("git ls-files failed in " + ROOT + ", expected a checkout");
    }
    return lines.stream()
        .map(Path::of)
        .filter(file -> Files.isRegularFile(ROOT.resolve(file)))
        .toList();
  }
}
