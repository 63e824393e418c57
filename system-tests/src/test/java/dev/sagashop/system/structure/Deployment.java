package dev.sagashop.system.structure;

import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.shop.PortBlock;
import dev.sagashop.launcher.shop.Shop;
import dev.sagashop.system.structure.Compose.Container;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is deployed, and the launcher's word about it. */
final class Deployment {

  static final Compose COMPOSE = Compose.read();
  static final String DOCKERFILE = Compose.text("Dockerfile");
  static final PortBlock PORTS = new PortBlock(PortBlock.DEFAULT_BASE);
  static final Shop SHOP = Shop.of(Checkout.find(), Optional.of(PORTS.base()), Console.silent());

  /** Of the container, where the launcher has a port. */
  static final Map<Integer, String> HOSTS =
      Map.ofEntries(
          Map.entry(PORTS.gateway(), "gateway"),
          Map.entry(PORTS.identity(), "identity-api"),
          Map.entry(PORTS.catalog(), "catalog-api"),
          Map.entry(PORTS.inventory(), "inventory-worker"),
          Map.entry(PORTS.order(), "order-api"),
          Map.entry(PORTS.payment(), "payment-worker"),
          Map.entry(PORTS.provider(), "provider-simulator"),
          Map.entry(PORTS.auditor(), "auditor"),
          Map.entry(PORTS.postgres(), "postgres"),
          Map.entry(PORTS.kafka(), "kafka"),
          Map.entry(PORTS.temporal().frontend(), "temporal"),
          Map.entry(PORTS.temporalUi(), "temporal-ui"));

  /** Read by Spring Boot itself. */
  static final Set<String> OF_SPRING_BOOT = Set.of("OTEL_EXPORTER_OTLP_ENDPOINT");

  /** Mean the network of the machine or of the container, so they must differ. */
  static final Set<String> ABOUT_THE_NETWORK = Set.of("SERVER_ADDRESS", "MANAGEMENT_ADDRESS");

  /** What people open in a browser: a published port, and no name of a container. */
  static final Set<String> FOR_PEOPLE = Set.of("TEMPORAL_UI_URL");

  private Deployment() {}

  static Stream<Part> ours() {
    Set<String> others = Set.of("postgres", "kafka", "temporal", "temporal-ui");
    return SHOP.parts().stream().filter(part -> !others.contains(part.name()));
  }

  static int healthPort(String container) {
    return switch (container) {
      case "gateway" -> PORTS.gatewayManagement();
      case "temporal" -> PORTS.temporal().frontendHttp();
      default ->
          HOSTS.entrySet().stream()
              .filter(entry -> entry.getValue().equals(container))
              .findFirst()
              .orElseThrow()
              .getKey();
    };
  }

  static String inContainers(String value) {
    String translated =
        value
            .replace(WorkingCopy.ROOT.resolve("frontend").toString(), "/app/web")
            .replaceFirst("/dist$", "");
    for (Map.Entry<Integer, String> host : HOSTS.entrySet()) {
      translated =
          translated.replace("127.0.0.1:" + host.getKey(), host.getValue() + ":" + host.getKey());
    }
    return translated;
  }

  static boolean isSpring(Container container) {
    return Files.exists(WorkingCopy.ROOT.resolve(configuration(container)));
  }

  private static String configuration(Container container) {
    return container.module().orElseThrow() + "/src/main/resources/application.yaml";
  }

  /** The texts in which a program names its variables. */
  static List<String> sources(Container container) {
    if (!isSpring(container)) {
      return javaOf(container.module().orElseThrow());
    }
    List<String> texts = new ArrayList<>(List.of(Compose.text(configuration(container))));
    if (!container.name().equals("gateway")) {
      // It passes tokens on, and needs none of the keys that are the subject of these defaults.
      texts.add(Compose.text("platform/web/src/main/resources/sagashop-web-defaults.properties"));
    }
    return texts;
  }

  static Set<String> readBy(Container container) {
    Set<String> read = new TreeSet<>();
    for (String text : sources(container)) {
      read.addAll(
          Compose.all(text, isSpring(container) ? "\\$\\{([A-Z_]+)[:}]" : "\"([A-Z][A-Z_]+)\""));
    }
    if (isSpring(container)) {
      read.addAll(OF_SPRING_BOOT);
    }
    return read;
  }

  private static List<String> javaOf(String module) {
    try (Stream<Path> files = Files.walk(WorkingCopy.ROOT.resolve(module + "/src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> Compose.text(WorkingCopy.ROOT.relativize(file).toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String launcherSource(String type) {
    return Compose.text("launcher/src/main/java/dev/sagashop/launcher/" + type + ".java");
  }
}
