package dev.sagashop.launcher.shop;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.processes.FreePorts;
import dev.sagashop.launcher.processes.PortOwner;
import java.io.IOException;
import java.nio.file.Files;

/** Looks for what would make a start fail later, and less clearly. */
public final class Preflight {
  private static final int JDK = 25;
  private static final long MEGABYTE = 1024 * 1024;
  private static final long SPACE_TO_RUN = 1024 * MEGABYTE;
  private static final long SPACE_TO_BUILD = 4096 * MEGABYTE;

  private final Shop shop;

  public Preflight(Shop shop) {
    this.shop = shop;
  }

  public void check() throws IOException {
    checkJdk();
    checkSpace();
    shop.parts().forEach(this::checkPort);
  }

  private static void checkJdk() {
    if (Runtime.version().feature() < JDK) {
      throw new ShopException(
          "Java is %s, expected %d or newer: install a JDK %d and set JAVA_HOME to it"
              .formatted(Runtime.version(), JDK, JDK));
    }
  }

  private void checkSpace() throws IOException {
    Files.createDirectories(shop.home().root());
    long free = Files.getFileStore(shop.home().root()).getUsableSpace();
    long needed = shop.temporalFinder().isBuilt() ? SPACE_TO_RUN : SPACE_TO_BUILD;
    if (free < needed) {
      throw new ShopException(
          "Only %d MB are free on the disk of %s, expected %d MB or more: free some space"
              .formatted(free / MEGABYTE, shop.home().root(), needed / MEGABYTE));
    }
  }

  private void checkPort(Part part) {
    if (part.isExternal()
        || shop.runner().running(part).isPresent()
        || FreePorts.isFree(part.port())) {
      return;
    }
    throw new ShopException(
        "Port %d, meant for %s, is taken by %s: stop that, or choose other ports with ./shop up --port-base %d"
            .formatted(
                part.port(),
                part.name(),
                PortOwner.of(part.port()).orElse("another program"),
                shop.ports().base() + 10_000 < 55_000 ? shop.ports().base() + 10_000 : 18_080));
  }
}
