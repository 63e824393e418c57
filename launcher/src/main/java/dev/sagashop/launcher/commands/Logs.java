package dev.sagashop.launcher.commands;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Shows logs with the system's own {@code tail}. */
record Logs(Shop shop) {

  int show(Options options) throws IOException {
    List<Path> logs =
        (options.names().isEmpty() ? shop.parts() : List.of(shop.part(options.name())))
            .stream().map(Part::name).map(shop.home()::log).filter(Files::exists).toList();
    if (logs.isEmpty()) {
      throw new ShopException("No logs in %s yet: run ./shop up".formatted(shop.home().root()));
    }
    List<String> command =
        new ArrayList<>(List.of("tail", "-n", options.names().isEmpty() ? "20" : "200"));
    if (options.has("-f")) {
      command.add("-F");
    }
    logs.forEach(log -> command.add(log.toString()));
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
