package dev.sagashop.launcher.parts;

import dev.sagashop.launcher.checkout.Folders;
import dev.sagashop.launcher.processes.ChildLife;
import dev.sagashop.launcher.processes.ProcessIdentity;
import dev.sagashop.launcher.processes.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A home in the temporary folder that vanishes with this JVM, and so do the parts in it. */
record TestHome(ShopHome home, PartRunner runner) {
  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  static TestHome create() {
    try {
      ShopHome home = new ShopHome(Files.createTempDirectory("sagashop-test-"));
      home.create();
      TestHome created = new TestHome(home, new PartRunner(home, ChildLife.BOUND));
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(created::vanish));
      return created;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void vanish() {
    try (Stream<Path> files = Files.list(home.root().resolve("run"))) {
      var processes = files.flatMap(file -> ProcessIdentity.read(file).stream()).toList();
      processes.forEach(ProcessIdentity::killWithDescendants);
      processes.forEach(process -> Waiting.until(END_LIMIT, () -> !process.isAlive()));
      Folders.delete(home.root());
    } catch (IOException e) {
      System.err.println("Cannot remove " + home.root() + ": " + e.getMessage());
    }
  }
}
