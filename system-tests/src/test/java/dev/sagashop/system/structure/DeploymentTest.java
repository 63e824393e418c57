package dev.sagashop.system.structure;

import static dev.sagashop.system.structure.Deployment.ABOUT_THE_NETWORK;
import static dev.sagashop.system.structure.Deployment.COMPOSE;
import static dev.sagashop.system.structure.Deployment.DOCKERFILE;
import static dev.sagashop.system.structure.Deployment.FOR_PEOPLE;
import static dev.sagashop.system.structure.Deployment.HOSTS;
import static dev.sagashop.system.structure.Deployment.PORTS;
import static dev.sagashop.system.structure.Deployment.SHOP;
import static dev.sagashop.system.structure.Deployment.healthPort;
import static dev.sagashop.system.structure.Deployment.inContainers;
import static dev.sagashop.system.structure.Deployment.isSpring;
import static dev.sagashop.system.structure.Deployment.launcherSource;
import static dev.sagashop.system.structure.Deployment.ours;
import static dev.sagashop.system.structure.Deployment.readBy;
import static dev.sagashop.system.structure.Deployment.sources;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.parts.Part;
import dev.sagashop.system.structure.Compose.Container;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * No container runs here, so every name in the files that describe containers is compared with the
 * code and with what {@code ./shop} starts.
 */
class DeploymentTest {

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
              expected.keySet().removeAll(FOR_PEOPLE);
              expected.remove("JOURNAL_DIR");
              // On one machine all clients have one address.
              expected.keySet().removeIf(name -> name.contains("_RATE_"));
              expected.replaceAll((name, value) -> inContainers(value));
              assertThat(container.environment())
                  .as("environment of %s", container.name())
                  .containsAllEntriesOf(expected);
            });
    assertThat(COMPOSE.container("provider-simulator").volumes())
        .anyMatch(
            volume ->
                volume.endsWith(
                    ":"
                        + COMPOSE
                            .container("provider-simulator")
                            .environment()
                            .get("JOURNAL_DIR")));
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
              (name, value) -> {
                if (!FOR_PEOPLE.contains(name)) {
                  assertThat(value)
                      .as("%s of %s", name, container.name())
                      .doesNotContain("localhost", "127.0.0.1");
                }
              });
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
  void peopleAreSentToTheWebUiThatIsThere() {
    assertThat(COMPOSE.container("order-api").environment())
        .containsEntry("TEMPORAL_UI_URL", "http://127.0.0.1:" + PORTS.temporalUi());
    assertThat(SHOP.part("order-api").launch().environment())
        .containsEntry("TEMPORAL_UI_URL", SHOP.temporal().webUrl().orElse(""));
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
          .containsExactly("CMD", "healthy", Integer.toString(healthPort(container.name())), path);
    }
    assertThat(DOCKERFILE).contains("/usr/local/bin/healthy", "HEALTH_PATH=/actuator/health");
    assertThat(launcherSource("temporal/TemporalServer")).contains("/api/v1/", "system-info");
    assertThat(COMPOSE.container("temporal").health())
        .anyMatch(is -> is.endsWith("/api/v1/system-info"));
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
    assertThat(Compose.all(DOCKERFILE, "(?m)^USER (\\S+)").getLast())
        .matches("[1-9]\\d*:[1-9]\\d*");
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
                  assertThat(value)
                      .as("%s of %s", name, container.name())
                      .matches("\\$\\{\\w+:-.+}");
                }
              });
    }
  }
}
