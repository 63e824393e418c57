package dev.sagashop.launcher.commands;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.parts.PartState;
import dev.sagashop.launcher.postgres.Postgres;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.processes.Tools;
import dev.sagashop.launcher.services.Maven;
import dev.sagashop.launcher.services.ServiceBuild;
import dev.sagashop.launcher.services.ServiceJar;
import dev.sagashop.launcher.shop.Shop;
import dev.sagashop.launcher.shop.Starter;
import dev.sagashop.launcher.temporal.ShopNamespace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the benchmark, a program of its own, on the shop that runs; or starts one for it. */
record BenchRun(Checkout checkout, Console console) {
  private static final Set<String> PROGRAMS = Set.of("floor", "checkout", "outbox", "all");
  private static final String QUICK = "--quick";

  /** The exit code is the benchmark's. */
  int run(Shop shop, List<String> arguments) throws IOException {
    Options options = Options.parse(arguments, Set.of(QUICK));
    String program = options.names().isEmpty() ? "all" : options.name();
    if (!PROGRAMS.contains(program)) {
      throw new ShopException("No benchmark '%s': see ./shop help".formatted(program));
    }
    ServiceJar jar = build(shop);
    if (shop.parts().stream().anyMatch(part -> shop.runner().running(part).isPresent())) {
      requireHealthy(shop);
      return measure(shop, jar, program, options);
    }
    console.say("No shop runs, so one is started for the benchmark.");
    int started = new Up(shop, console).run(true);
    try {
      return started == 0 ? measure(shop, jar, program, options) : started;
    } finally {
      new Starter(shop, console).stopAll();
    }
  }

  private ServiceJar build(Shop shop) throws IOException {
    ServiceBuild build = new ServiceBuild(checkout, console);
    ServiceJar jar = new ServiceJar(checkout, "bench");
    List<ServiceJar> outdated = build.outdated(List.of(jar));
    if (!outdated.isEmpty()) {
      Maven.check(checkout.root());
      build.build(outdated, shop.home().root().resolve("build.log"));
    }
    jar.unpack();
    return jar;
  }

  private static void requireHealthy(Shop shop) {
    List<String> unfit =
        shop.parts().stream()
            .filter(part -> shop.runner().state(part) != PartState.HEALTHY)
            .map(Part::name)
            .toList();
    if (!unfit.isEmpty()) {
      throw new ShopException(
          "Not healthy: %s; numbers of half a shop tell nothing. Mend it with ./shop up -d"
              .formatted(String.join(", ", unfit)));
    }
  }

  /** In a JVM like that of a service, because it takes a service's place beside the parts. */
  private int measure(Shop shop, ServiceJar jar, String program, Options options)
      throws IOException {
    console.say("Measuring %s; a quiet machine gives better numbers ...".formatted(program));
    List<String> command =
        new ArrayList<>(
            List.of(
                Tools.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.net.preferIPv4Stack=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.unpacked().toString(),
                program));
    command.addAll(options.flags());
    ProcessBuilder process =
        new ProcessBuilder(command).directory(checkout.root().toFile()).inheritIO();
    process.environment().putAll(place(shop));
    try {
      return process.start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static Map<String, String> place(Shop shop) {
    return Map.of(
        "GATEWAY_URL", shop.gatewayUrl(),
        "DB_URL", shop.part("postgres").url(),
        "DB_USERNAME", Postgres.SUPERUSER,
        "DB_PASSWORD", Postgres.SUPERUSER,
        "KAFKA_BOOTSTRAP_SERVERS", shop.part("kafka").url(),
        "TEMPORAL_ADDRESS", shop.temporal().server().url(),
        "TEMPORAL_NAMESPACE", ShopNamespace.NAME,
        "BENCH_RESULTS", shop.home().root().resolve("bench").toString());
  }
}
