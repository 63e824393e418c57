package dev.sagashop.launcher.commands;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.checks.SelfCheck;
import dev.sagashop.launcher.checks.ShopClient;
import dev.sagashop.launcher.checks.StockSeed;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.services.Maven;
import dev.sagashop.launcher.services.ServiceBuild;
import dev.sagashop.launcher.services.ServiceJar;
import dev.sagashop.launcher.shop.PortBlock;
import dev.sagashop.launcher.shop.Preflight;
import dev.sagashop.launcher.shop.Shop;
import dev.sagashop.launcher.shop.Starter;
import dev.sagashop.launcher.webapps.WebApps;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** From whatever state this machine is in to a shop that has just taken an order. */
final class Up {
  private final Shop shop;
  private final Console console;
  private final Starter starter;

  /** Once true, the end of this process no longer means the end of the shop. */
  private final AtomicBoolean leaveRunning = new AtomicBoolean();

  private final AtomicBoolean stopping = new AtomicBoolean();

  Up(Shop shop, Console console) {
    this.shop = shop;
    this.console = console;
    this.starter = new Starter(shop, console);
  }

  int run(boolean detached) throws IOException {
    long start = System.nanoTime();
    refuseToMove();
    new Preflight(shop).check();
    shop.ports().store(shop.home());
    build();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stopUnlessLeft));
    start(detached);
    int exitCode = check(start);
    if (detached || exitCode != 0) {
      leaveRunning.set(true);
      return exitCode;
    }
    console.say("Ctrl-C stops everything.");
    awaitInterrupt();
    return 0;
  }

  /** A shop that was asked to stay when all goes well stays for a look when something fails. */
  private void start(boolean detached) {
    try {
      starter.startAll();
    } catch (ShopException e) {
      if (stopping.get()) {
        // What fails now fails because of Ctrl-C.
        awaitInterrupt();
      }
      leaveRunning.set(detached);
      throw e;
    }
  }

  private void refuseToMove() {
    int used = PortBlock.of(shop.home()).base();
    boolean runs = shop.parts().stream().anyMatch(part -> shop.runner().running(part).isPresent());
    if (runs && used != shop.ports().base()) {
      throw new ShopException(
          "This shop runs on the ports from %d, not from %d: stop it first with ./shop down"
              .formatted(used, shop.ports().base()));
    }
  }

  private void build() throws IOException {
    ServiceBuild build = new ServiceBuild(shop.checkout(), console);
    List<ServiceJar> outdated = build.outdated(shop.jars());
    if (!outdated.isEmpty()) {
      Maven.check(shop.checkout().root());
      build.build(outdated, shop.home().root().resolve("build.log"));
    }
    new WebApps(shop.checkout(), console).buildIfOutdated();
    shop.temporalFinder().buildIfPossible();
  }

  private int check(long start) {
    console.say("");
    try (ShopClient customer = ShopClient.customer(shop.gatewayUrl())) {
      if (StockSeed.loadOnce(customer)) {
        console.say("The stock of the six products is loaded.");
      }
      SelfCheck.Paid paid = SelfCheck.run(customer);
      console.say(
          "Self-check: order %d is PAID, %d ms after it was sent."
              .formatted(paid.order(), paid.millis()));
      shop.temporal()
          .webUrl()
          .ifPresent(url -> console.say("  Its story: " + checkoutUrl(url, paid.order())));
    } catch (ShopException e) {
      console.say("SELF-CHECK FAILED: " + e.getMessage());
      console.say(
          "  Everything keeps running. Look at ./shop status, ./shop logs order-api and %s"
              .formatted(shop.temporal().webUrl().orElse("./shop logs temporal")));
      return 1;
    }
    console.say(new Addresses(shop).text((System.nanoTime() - start) / 1_000_000_000));
    return 0;
  }

  private static String checkoutUrl(String webUrl, long order) {
    return "%s/namespaces/shop/workflows/checkout-%d".formatted(webUrl, order);
  }

  private void stopUnlessLeft() {
    if (!leaveRunning.get()) {
      stopping.set(true);
      console.say("Stopping ...");
      shop.runner().startNoMore();
      starter.stopAll();
    }
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
