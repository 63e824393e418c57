package dev.sagashop.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.inventory.ApplicationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.json.JsonCompareMode;

class StockListsTest extends ApplicationTest {

  record Products(List<Product> items, boolean hasMore, @Nullable String nextCursor) {
    record Product(long productId) {}
  }

  @BeforeEach
  void count() {
    counted(1, 6);
    counted(2, 0);
    counted(3, 5);
    counted(10, 300);
    asAdmin("/inventory/reserve", "{\"orderId\": 9, \"productId\": 10, \"quantity\": 299}")
        .expectStatus()
        .isOk();
  }

  @Test
  void tellsGuestsWhatIsAvailableButNotHowMuch() {
    getAsNobody(
            "/inventory/availability?productIds=10&productIds=1&productIds=2&productIds=3&productIds=777")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            [{"productId": 1, "availability": "in"}, {"productId": 2, "availability": "out"},
             {"productId": 3, "availability": "low"}, {"productId": 10, "availability": "low"}]
            """,
            JsonCompareMode.STRICT);
    getAsCustomer("/inventory/availability?productIds=1").expectStatus().isOk();
    String hundred =
        LongStream.rangeClosed(1, 100).mapToObj(Long::toString).collect(Collectors.joining(","));
    getAsNobody("/inventory/availability?productIds=" + hundred).expectStatus().isOk();
    getAsNobody("/inventory/availability?productIds=" + hundred + ",101")
        .expectStatus()
        .isBadRequest();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?productIds=",
        "?productIds=0",
        "?productIds=1,-1",
        "?productIds=one",
        "?productIds=1.5",
        "?productIds=9223372036854775808"
      })
  void refusesToTellTheAvailabilityOfNothing(String query) {
    getAsNobody("/inventory/availability" + query).expectStatus().isBadRequest();
  }

  @Test
  void showsTheStockOfAProduct() {
    getAsSupport("/inventory/stock/10")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"productId": 10, "sku": "SKU-010", "onHand": 300, "reserved": 299, "available": 1,
             "availability": "low"}
            """)
        .jsonPath("$.updatedAt")
        .isNotEmpty();
    getAsAdmin("/inventory/stock/777")
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("INVENTORY_NOT_FOUND");
    getAsAdmin("/inventory/stock/0").expectStatus().isBadRequest();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sort=productId                  | 1,2,3,10",
        "sort=-productId                 | 10,3,2,1",
        "sort=available                  | 2,10,3,1",
        "sort=-onHand                    | 10,1,3,2",
        "sort=updatedAt                  | 1,2,3,10",
        "productId=3                     | 3",
        "q=SKU-00                        | 1,2,3",
        "q=SKU-01                        | 10",
        "q=%25                           | ''",
        "availability=in                 | 1",
        "availability=low                | 10,3",
        "availability=low&sort=productId | 3,10",
        "availability=out                | 2",
        "availability=out&q=SKU-01       | ''"
      })
  void pagesThroughTheStock(String query, String products) {
    for (int size = 1; size <= 5; size++) {
      assertThat(walk("/inventory/stock?size=%d&%s".formatted(size, query)))
          .as("size %d", size)
          .isEqualTo(products);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/stock?availability=some",
        "/stock?availability=in%0A",
        "/stock?productId=0",
        "/stock?q=%00",
        "/stock?size=0",
        "/stock?sort=reserved",
        "/stock?cursor=nonsense!",
        "/movements?kind=STOLEN",
        "/movements?orderId=-1",
        "/movements?sort=delta",
        "/movements?from=2026-11-23T00:00:00Z&to=2026-11-22T00:00:00Z",
        "?cursor=nonsense!"
      })
  void refusesWhatItCannotFind(String query) {
    getAsAdmin("/inventory" + query).expectStatus().isBadRequest();
  }

  @Test
  void listsMovementsNewestFirst() {
    asAdmin("/inventory/confirm/9", "").expectStatus().isOk();

    getAsSupport("/inventory/movements?size=1")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"items": [{"productId": 10, "sku": "SKU-010", "kind": "SOLD", "delta": -299,
                        "orderId": 9, "reason": null, "actor": "user-1"}],
             "size": 1, "hasMore": true}
            """);
    assertThat(walk("/inventory/movements?size=1")).isEqualTo("10,10,3,1");
    assertThat(walk("/inventory/movements?productId=10")).isEqualTo("10,10");
    assertThat(walk("/inventory/movements?productId=777")).isEmpty();
    assertThat(walk("/inventory/movements?orderId=9")).isEqualTo("10");
    assertThat(walk("/inventory/movements?kind=RECEIVED")).isEqualTo("10,3,1");
    assertThat(walk("/inventory/movements?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z"))
        .isEmpty();
    assertThat(walk("/inventory/movements?sort=movedAt&size=2")).isEqualTo("1,3,10,10");
  }

  @Test
  void linksThePlainListToItsNextPage() {
    jdbc()
        .sql(
            """
            INSERT INTO stock (sku, product_id, on_hand)
            SELECT 'SKU-' || number, number, 0 FROM generate_series(1001, 1500) AS number
            """)
        .update();

    var first = getAsAdmin("/inventory").expectStatus().isOk().returnResult(String.class);
    String link = Objects.requireNonNull(first.getResponseHeaders().getFirst(HttpHeaders.LINK));

    assertThat(link).startsWith("<?cursor=").endsWith(">; rel=\"next\"");
    getAsAdmin("/inventory" + link.substring(1, link.indexOf('>')))
        .expectStatus()
        .isOk()
        .expectHeader()
        .doesNotExist(HttpHeaders.LINK)
        .expectBody()
        .jsonPath("$.length()")
        .isEqualTo(4)
        .jsonPath("$[3].productId")
        .isEqualTo(1500);
  }

  @Test
  void isForTheStaff() {
    for (String path :
        List.of("/inventory", "/inventory/stock", "/inventory/stock/1", "/inventory/movements")) {
      getAsNobody(path).expectStatus().isUnauthorized();
      getAsCustomer(path).expectStatus().isForbidden();
      getAsSupport(path).expectStatus().isOk();
      getAsAdmin(path).expectStatus().isOk();
    }
  }

  /** Products of all pages. */
  private String walk(String path) {
    List<Long> found = new ArrayList<>();
    String cursor = null;
    do {
      Products page =
          Objects.requireNonNull(
              getAsAdmin(
                      path
                          + (path.contains("?") ? "&" : "?")
                          + (cursor == null ? "" : "cursor=" + cursor))
                  .expectStatus()
                  .isOk()
                  .expectBody(Products.class)
                  .returnResult()
                  .getResponseBody());
      page.items().forEach(item -> found.add(item.productId()));
      assertThat(page.hasMore()).isEqualTo(page.nextCursor() != null);
      cursor = page.nextCursor();
    } while (cursor != null);
    return found.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private void counted(long productId, int quantity) {
    asAdmin(
            "/inventory/add",
            "{\"productId\": %d, \"quantity\": %d}".formatted(productId, quantity))
        .expectStatus()
        .isOk();
  }
}
