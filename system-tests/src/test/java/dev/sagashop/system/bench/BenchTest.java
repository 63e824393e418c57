package dev.sagashop.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.system.shop.RunningShop;
import dev.sagashop.system.shop.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That {@code ./shop bench} works, whatever it measures on the machine of the tests. */
class BenchTest {

  private static final String WRITTEN = "Written to ";

  private final RunningShop shop = RunningShop.shared();

  @Test
  void measuresOrdersOfCustomersAndTakesNoStockAway() throws Exception {
    JsonNode before = stock();

    String printed = shop.run("bench", "checkout", "--quick");

    assertThat(printed).contains("POST to answer", "POST to PAID", "x (saga + transaction)");
    String file =
        printed
            .lines()
            .filter(line -> line.startsWith(WRITTEN))
            .map(line -> line.substring(WRITTEN.length()))
            .findFirst()
            .orElseThrow();
    JsonNode report = JsonMapper.shared().readTree(Files.readString(Path.of(file)));
    assertThat(report.path("program").asString()).isEqualTo("checkout");
    assertThat(report.path("machine").path("cores").asInt()).isPositive();
    assertThat(report.path("rows").size()).isEqualTo(12);
    JsonNode after = stock();
    for (String product : before.propertyNames()) {
      // What an earlier test has cancelled may come back meanwhile.
      assertThat(after.path(product).asInt())
          .as("available units of product " + product)
          .isGreaterThanOrEqualTo(before.path(product).asInt());
    }
  }

  private JsonNode stock() {
    return Visitor.admin(shop).post("/api/inventory/batch", List.of(1, 2, 3, 4, 5, 6)).json();
  }
}
