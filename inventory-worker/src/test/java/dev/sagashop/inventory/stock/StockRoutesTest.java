package dev.sagashop.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.Sku;
import dev.sagashop.inventory.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.StatusAssertions;

class StockRoutesTest extends ApplicationTest {

  private static final Sku LAMP = Sku.ofProduct(1);

  @Test
  void addsToWhatIsAvailableAndCreatesTheRow() {
    add(1, 5).isOk();
    add(1, 3).isOk();

    assertThat(books().available(LAMP)).isEqualTo(8);
    assertThat(books().movements(LAMP)).containsExactly("RECEIVED 5 user-1", "RECEIVED 3 user-1");
  }

  @Test
  void setsWhatIsAvailableAndLeavesWhatIsReserved() {
    add(1, 5).isOk();
    asAdmin("/inventory/reserve", "{\"orderId\": 9, \"productId\": 1, \"quantity\": 2}")
        .expectStatus()
        .isOk();

    asAdmin("/inventory/set", "{\"productId\": 1, \"quantity\": 10}").expectStatus().isOk();

    assertThat(books().available(LAMP)).isEqualTo(10);
    assertThat(books().reserved(LAMP)).isEqualTo(2);
    assertThat(books().movements(LAMP)).containsExactly("RECEIVED 5 user-1", "SET 7 user-1");
  }

  @Test
  void setsToNothing() {
    add(1, 5).isOk();

    asAdmin("/inventory/set", "{\"productId\": 1, \"quantity\": 0}").expectStatus().isOk();
    asAdmin("/inventory/set", "{\"productId\": 2, \"quantity\": 0}").expectStatus().isOk();

    assertThat(books().available(LAMP)).isZero();
    assertThat(books().available(Sku.ofProduct(2))).isZero();
  }

  @Test
  void refusesMoreThanCanBeCounted() {
    add(1, Integer.MAX_VALUE).isOk();

    asAdmin("/inventory/add", "{\"productId\": 1, \"quantity\": 1}")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("QUANTITY_TOO_LARGE");

    assertThat(books().available(LAMP)).isEqualTo(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"productId\": 1, \"quantity\": -1}",
        "{\"productId\": 1, \"quantity\": 2147483648}",
        "{\"productId\": 1, \"quantity\": 1.5}",
        "{\"productId\": 1, \"quantity\": null}",
        "{\"productId\": 1}",
        "{\"productId\": 0, \"quantity\": 1}",
        "{\"productId\": \"one\", \"quantity\": 1}",
        "{\"quantity\": 1}",
        "{\"productId\": 1, \"quantity\"",
        ""
      })
  void refusesWhatIsNotACountAndChangesNothing(String body) {
    for (String path : new String[] {"/inventory/add", "/inventory/set"}) {
      asAdmin(path, body).expectStatus().isBadRequest();
    }
    assertThat(jdbc().sql("SELECT count(*) FROM stock").query(Integer.class).single()).isZero();
  }

  @Test
  void tellsWhichFieldIsWrong() {
    asAdmin("/inventory/add", "{\"productId\": 1, \"quantity\": -1}")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.error")
        .isEqualTo("VALIDATION_ERROR")
        .jsonPath("$.errors[0].field")
        .isEqualTo("quantity");
  }

  @Test
  void tellsCustomersWhatIsAvailable() {
    add(1, 5).isOk();
    add(2, 0).isOk();

    asCustomer("/inventory/batch", "[1, 2, 777, 1]")
        .expectStatus()
        .isOk()
        .expectBody()
        .json("{\"1\": 5, \"2\": 0}", JsonCompareMode.STRICT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[0]", "[1, -1]", "[null]", "{}", "[1.5]"})
  void refusesABatchThatNamesNoProducts(String body) {
    asCustomer("/inventory/batch", body).expectStatus().isBadRequest();
  }

  @Test
  void letsOnlyAdminsCount() {
    for (String path :
        new String[] {
          "/inventory/add",
          "/inventory/set",
          "/inventory/reserve",
          "/inventory/confirm/1",
          "/inventory/release/1"
        }) {
      asNobody(path, "{}").expectStatus().isUnauthorized();
      asCustomer(path, "{}").expectStatus().isForbidden();
    }
    asNobody("/inventory/batch", "[1]").expectStatus().isUnauthorized();
    asAdmin("/inventory/batch", "[1]").expectStatus().isOk();
  }

  @Test
  void listsTheStock() {
    add(2, 4).isOk();
    add(1, 5).isOk();

    getAsAdmin("/inventory")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            [{"productId": 1, "sku": "SKU-001", "onHand": 5, "reserved": 0, "available": 5},
             {"productId": 2, "sku": "SKU-002", "onHand": 4, "reserved": 0, "available": 4}]
            """);
  }

  private StatusAssertions add(long productId, int quantity) {
    return asAdmin(
            "/inventory/add",
            "{\"productId\": %d, \"quantity\": %d}".formatted(productId, quantity))
        .expectStatus();
  }
}
