package dev.sagashop.launcher.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that holds all state of one shop: data, logs and what runs. */
public record ShopHome(Path root) {

  public Path data(String part) {
    return root.resolve("data").resolve(part);
  }

  public Path log(String part) {
    return root.resolve("logs").resolve(part + ".log");
  }

  public Path pidFile(String part) {
    return root.resolve("run").resolve(part + ".pid");
  }

  void create() throws IOException {
    for (String folder : new String[] {"data", "logs", "run"}) {
      Files.createDirectories(root.resolve(folder));
    }
  }
}
