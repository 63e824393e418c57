package dev.sagashop.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.Sku;
import dev.sagashop.inventory.ApplicationTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class AdjustingTest extends ApplicationTest {

  private static final String KEY = "Idempotency-Key";
  private static final Sku LAMP = Sku.ofProduct(1);

  @BeforeEach
  void count() {
    asAdmin("/inventory/add", "{\"productId\": 1, \"quantity\": 5}").expectStatus().isOk();
  }

  @Test
  void correctsACountAndRemembersWhoAndWhy() {
    adjust(1, -2, "Two were broken")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"productId": 1, "sku": "SKU-001", "kind": "ADJUSTED", "delta": -2, "orderId": null,
             "reason": "Two were broken", "actor": "user-1"}
            """);
    adjust(1, 4, "Found <b>four</b> behind the shelf'; DROP TABLE stock; --").expectStatus().isOk();

    assertThat(books().available(LAMP)).isEqualTo(7);
    getAsAdmin("/inventory/movements?kind=ADJUSTED")
        .expectBody()
        .jsonPath("$.items[0].reason")
        .isEqualTo("Found <b>four</b> behind the shelf'; DROP TABLE stock; --");
  }

  @Test
  void leavesWhatOrdersHold() {
    asAdmin("/inventory/reserve", "{\"orderId\": 9, \"productId\": 1, \"quantity\": 2}")
        .expectStatus()
        .isOk();

    adjust(1, -4, "Lost")
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("STOCK_RESERVED");
    adjust(1, Integer.MIN_VALUE, "Lost").expectStatus().isEqualTo(409);
    assertThat(books().available(LAMP)).isEqualTo(3);

    adjust(1, -3, "Lost").expectStatus().isOk();
    assertThat(books().available(LAMP)).isZero();
    assertThat(books().reserved(LAMP)).isEqualTo(2);
  }

  @Test
  void refusesMoreThanCanBeCounted() {
    adjust(1, Integer.MAX_VALUE, "Too many")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("QUANTITY_TOO_LARGE");

    assertThat(books().available(LAMP)).isEqualTo(5);
  }

  @Test
  void refusesAProductThatWasNeverCounted() {
    adjust(777, 1, "Found")
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("INVENTORY_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"productId\": 1, \"delta\": 0, \"reason\": \"Why\"}",
        "{\"productId\": 1, \"delta\": 1.5, \"reason\": \"Why\"}",
        "{\"productId\": 1, \"delta\": 2147483648, \"reason\": \"Why\"}",
        "{\"productId\": 1, \"delta\": null, \"reason\": \"Why\"}",
        "{\"productId\": 0, \"delta\": 1, \"reason\": \"Why\"}",
        "{\"productId\": 1, \"delta\": 1, \"reason\": \"  \"}",
        "{\"productId\": 1, \"delta\": 1, \"reason\": \"a\\u0000b\"}",
        "{\"productId\": 1, \"delta\": 1}",
        "{\"delta\": 1, \"reason\": \"Why\"}",
        "[]"
      })
  void refusesWhatIsNoAdjustmentAndChangesNothing(String body) {
    asAdmin("/inventory/adjust", body).expectStatus().isBadRequest();
    assertThat(books().available(LAMP)).isEqualTo(5);
  }

  @Test
  void limitsReasonAndKey() {
    adjust(1, 1, "x".repeat(500)).expectStatus().isOk();
    adjust(1, 1, "x".repeat(501)).expectStatus().isBadRequest();
    adjust(1, 1, "Found", KEY, "k".repeat(128)).expectStatus().isOk();
    adjust(1, 1, "Found", KEY, "k".repeat(129)).expectStatus().isBadRequest();
    adjust(1, 1, "Found", KEY, " ").expectStatus().isBadRequest();
    assertThat(books().available(LAMP)).isEqualTo(7);
  }

  @Test
  void adjustsOnceForAKey() {
    String first = body(adjust(1, -1, "Broken", KEY, "key-1"));
    var again = adjust(1, -1, "Broken", KEY, " key-1 ");
    again.expectHeader().valueEquals("Idempotent-Replayed", "true");

    assertThat(body(again)).isEqualTo(first);
    assertThat(books().available(LAMP)).isEqualTo(4);

    adjust(1, -2, "Broken", KEY, "key-1")
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    adjust(1, -1, "Stolen", KEY, "key-1").expectStatus().isEqualTo(422);
    assertThat(books().available(LAMP)).isEqualTo(4);

    asOtherAdmin("/inventory/adjust", adjustment(1, -1, "Broken"), KEY, "key-1")
        .expectStatus()
        .isOk();
    assertThat(books().available(LAMP)).isEqualTo(3);
  }

  @Test
  void adjustsOnceForAKeyThatIsSentManyTimesAtOnce() throws Exception {
    Callable<String> request = () -> body(adjust(1, -1, "Broken", KEY, "key-1"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers =
          threads.invokeAll(IntStream.range(0, 10).mapToObj(_ -> request).toList());
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo(answers.getFirst().get());
      }
    }
    assertThat(books().available(LAMP)).isEqualTo(4);
  }

  @Test
  void isForAdmins() {
    String body = adjustment(1, 1, "Found");
    asNobody("/inventory/adjust", body).expectStatus().isUnauthorized();
    asCustomer("/inventory/adjust", body).expectStatus().isForbidden();
    for (String path : List.of("/inventory/adjust", "/inventory/add", "/inventory/set")) {
      asSupport(path, body).expectStatus().isForbidden();
    }
    assertThat(books().available(LAMP)).isEqualTo(5);
  }

  private ResponseSpec adjust(long productId, int delta, String reason, String... headers) {
    return asAdmin("/inventory/adjust", adjustment(productId, delta, reason), headers);
  }

  private static String adjustment(long productId, int delta, String reason) {
    return "{\"productId\": %d, \"delta\": %d, \"reason\": \"%s\"}"
        .formatted(productId, delta, reason);
  }

  private static String body(ResponseSpec answer) {
    String body =
        answer.expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
    return body == null ? "" : body;
  }
}
