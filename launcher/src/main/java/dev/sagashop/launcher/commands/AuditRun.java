package dev.sagashop.launcher.commands;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.services.Maven;
import dev.sagashop.launcher.services.ServiceBuild;
import dev.sagashop.launcher.services.ServiceJar;
import dev.sagashop.launcher.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Has the auditor, a program of its own, look once. */
record AuditRun(Checkout checkout, Console console) {

  private static final int UNKNOWN = 2;

  /** The exit code is the auditor's; what keeps it from looking is no drift. */
  int run(Shop shop, List<String> arguments) throws IOException {
    try {
      return audit(shop, arguments);
    } catch (ShopException e) {
      console.say("audit: " + e.getMessage());
      return UNKNOWN;
    }
  }

  private int audit(Shop shop, List<String> arguments) throws IOException {
    ServiceBuild build = new ServiceBuild(checkout, console);
    List<ServiceJar> outdated = build.outdated(List.of(shop.auditor().jar()));
    if (!outdated.isEmpty()) {
      Maven.check(checkout.root());
      Files.createDirectories(shop.home().root());
      build.build(outdated, shop.home().root().resolve("build.log"));
    }
    try {
      return shop.auditor().runOnce(arguments);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }
}
