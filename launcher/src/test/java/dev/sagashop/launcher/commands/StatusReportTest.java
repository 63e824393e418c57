package dev.sagashop.launcher.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.processes.FreePorts;
import dev.sagashop.launcher.shop.Shop;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatusReportTest {
  private final Shop shop =
      Shop.of(Checkout.find(), Optional.of(FreePorts.block(40)), Console.silent());
  private final StatusReport report = StatusReport.of(shop.parts(), shop.runner());

  @Test
  void listsEveryPartInJson() {
    JsonNode parts = JsonMapper.shared().readTree(report.json()).path("parts");

    assertThat(
            StreamSupport.stream(parts.spliterator(), false)
                .map(part -> part.path("name").asString()))
        .contains(
            "gateway",
            "order-api",
            "inventory-worker",
            "payment-worker",
            "provider-simulator",
            "catalog-api",
            "identity-api",
            "postgres",
            "kafka",
            "temporal");
    assertThat(parts.get(0).propertyNames()).containsExactly("name", "state", "pid", "port", "url");
  }

  @Test
  void printsOneLinePerPartForPeople() {
    assertThat(report.table().lines()).hasSize(shop.parts().size());
  }
}
