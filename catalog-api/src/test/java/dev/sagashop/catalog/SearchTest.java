package dev.sagashop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.testing.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SearchTest extends CatalogTest {

  /** Tells the products of one test from all others. */
  private final String mark = "m" + UUID.randomUUID().toString().replace("-", "");

  @Test
  void findsWordsOfNameAndDescriptionTheNameFirst() {
    long described = product("Table " + mark, "Goes with a walnut sideboard", 10);
    long named = product("Walnut sideboard " + mark, null, 20);
    product("Oak table " + mark, null, 30);
    assertThat(found("q=walnut sideboard " + mark)).containsExactly(named, described);
    assertThat(found("q=" + mark + " WALN")).containsExactly(named, described);
    assertThat(found("q=" + mark + " -walnut")).hasSize(1);
    assertThat(found("q=\"sideboard walnut\" " + mark)).isEmpty();
    assertThat(found("q=" + mark + " nothing")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'", "\"", "a:*", "!", "& |", "or", "<b>", "%", "\\", "((", "a or", "-", "日本", "😀", "a'b"
      })
  void takesWhateverPeopleType(String text) {
    assertThat(http().get("/products/search?q=" + encoded(text)).status()).isEqualTo(200);
    assertThat(http().get("/products?q=" + encoded(text)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=%00",
        "sku=%00",
        "minPrice=-1",
        "minPrice=1e999999999",
        "maxPrice=cheap",
        "categoryId=0",
        "categoryId=x",
        "status=SOLD",
        "size=0",
        "size=x",
        "cursor=nonsense",
        "sort=weight",
        "sort=relevance"
      })
  void refusesWhatItCannotFilterBy(String query) {
    assertThat(http().get("/products/search?" + query).status()).as(query).isEqualTo(400);
    assertThat(http().get("/products?" + query).status()).as(query).isEqualTo(400);
  }

  @Test
  void pagesInEveryOrderWithoutLossOrRepetition() {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      all.add(product("Mug %d %s".formatted(i % 3, mark), null, 1 + i % 2));
    }
    for (String sort :
        List.of("name", "-name", "price", "-price", "createdAt", "-createdAt", "-relevance")) {
      List<Long> seen = new ArrayList<>();
      String cursor = "";
      do {
        JsonNode page =
            http()
                .get(
                    "/products/search?size=2&q=%s&sort=%s%s"
                        .formatted(mark, sort, cursor.isEmpty() ? "" : "&cursor=" + cursor))
                .body();
        seen.addAll(ids(page.path("items")));
        assertThat(page.path("size").asInt()).isEqualTo(2);
        assertThat(page.path("hasMore").asBoolean()).isEqualTo(page.path("nextCursor").isString());
        cursor = page.path("nextCursor").asString("");
      } while (!cursor.isEmpty());
      assertThat(seen).as(sort).containsExactlyInAnyOrderElementsOf(all).doesNotHaveDuplicates();
    }
    assertThat(found("q=%s&sort=createdAt".formatted(mark))).isEqualTo(all);
    assertThat(found("q=%s&sort=-price&minPrice=2".formatted(mark))).hasSize(3);
    assertThat(found("q=%s&maxPrice=1.5".formatted(mark))).hasSize(4);
  }

  @Test
  void filtersByACategoryWithAllBelowIt() {
    long top = category(null);
    long below = category(category(top));
    long inside = product("Deep", null, 1, "categoryId", below);
    long beside = product("Shallow", null, 2, "categoryId", top);
    product("Elsewhere", null, 3);
    assertThat(found("sort=price&categoryId=" + top)).containsExactly(inside, beside);
    assertThat(found("categoryId=" + below)).containsExactly(inside);
    assertThat(found("categoryId=999999")).isEmpty();
    assertThat(ids(http().get("/products?categoryId=" + top).body()))
        .containsExactly(inside, beside);
  }

  @Test
  void showsOnlyToStaffWhatIsNotForSale() {
    long active = product("Sold " + mark, null, 1);
    long hidden = product("Hidden " + mark, null, 1, "status", "INACTIVE");
    String path = "/products/search?sort=createdAt&q=" + mark;
    for (String[] caller : List.of(NOBODY, CUSTOMER)) {
      assertThat(ids(http().get(path, caller).body().path("items"))).containsExactly(active);
      assertThat(ids(http().get(path + "&status=INACTIVE", caller).body().path("items"))).isEmpty();
    }
    for (String[] caller : List.of(SUPPORT, ADMIN)) {
      assertThat(ids(http().get(path, caller).body().path("items")))
          .containsExactly(active, hidden);
      assertThat(ids(http().get(path + "&status=INACTIVE", caller).body().path("items")))
          .containsExactly(hidden);
    }
    assertThat(ids(http().get("/products?q=" + mark).body())).contains(active, hidden);
  }

  @Test
  void findsOneProductByItsSku() {
    assertThat(found("sku=SKU-004")).containsExactly(4L);
    assertThat(found("sku=SKU-4")).isEmpty();
  }

  @Test
  void linksThePlainListToWhatFollows() {
    product("One " + mark, null, 1);
    long second = product("Two " + mark, null, 1);
    Http.Answer first = http().get("/products?size=1&q=" + mark);
    assertThat(first.body().size()).isEqualTo(1);
    String link = first.header("Link");
    assertThat(link).startsWith("<?").endsWith(">; rel=\"next\"");
    Http.Answer next = http().get("/products" + link.substring(1, link.indexOf('>')));
    assertThat(ids(next.body())).containsExactly(second);
    assertThat(next.header("Link")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1000000, 100", "5, 5", ", 20"})
  void capsTheSize(@Nullable Integer asked, int given) {
    String path = "/products/search" + (asked == null ? "" : "?size=" + asked);
    assertThat(http().get(path).body().path("size").asInt()).isEqualTo(given);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "'; drop table products; --",
        "\u202Eright to left",
        "e\u0301\u0302\u0303",
        "👩‍👩‍👧‍👦",
        "\uFEFF\uFFFE",
        "{{7*7}} ${7*7}"
      })
  void storesAnyTextAsItIs(String text) {
    Http.Answer answer =
        http().post("/products", Map.of("name", text, "description", text, "price", 1), ADMIN);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    assertThat(answer.text("name")).isEqualTo(text);
    assertThat(answer.text("description")).isEqualTo(text);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00x"})
  void refusesTextThatNobodyCanStore(String escape) {
    for (String field : List.of("name", "description")) {
      String body = "{\"name\":\"x\",\"price\":1,\"%s\":\"a%sb\"}".formatted(field, escape);
      assertThat(http().post("/products", body, ADMIN).status()).isEqualTo(400);
      assertThat(http().post("/categories", body, ADMIN).status()).isEqualTo(400);
    }
  }

  @Test
  void refusesAChosenSku() {
    Http.Answer refused =
        http().post("/products", Map.of("name", "x", "price", 1, "sku", "MINE"), ADMIN);
    assertInvalid(refused, "sku");
    assertThat(refused.text("code")).isEqualTo("SKU_FIXED");
    long id = product("x", null, 1);
    Map<String, Object> body = new HashMap<>(Map.of("name", "y", "price", 1));
    body.put("sku", "SKU-%03d".formatted(id));
    assertThat(http().send("PUT", "/products/" + id, body, ADMIN).status()).isEqualTo(200);
    body.put("sku", "SKU-001");
    assertInvalid(http().send("PUT", "/products/" + id, body, ADMIN), "sku");
    body.put("sku", "x".repeat(65));
    assertInvalid(http().send("PUT", "/products/" + id, body, ADMIN), "sku");
  }

  private List<Long> found(String query) {
    String encoded =
        Stream.of(query.split("&"))
            .map(
                pair -> {
                  int equals = pair.indexOf('=') + 1;
                  return pair.substring(0, equals) + encoded(pair.substring(equals));
                })
            .reduce((a, b) -> a + "&" + b)
            .orElseThrow();
    Http.Answer answer = http().get("/products/search?" + encoded);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return ids(answer.body().path("items"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private long category(@Nullable Long parentId) {
    Map<String, @Nullable Object> body = new HashMap<>();
    body.put("name", UUID.randomUUID().toString());
    body.put("parentId", parentId);
    return http().post("/categories", body, ADMIN).body().path("id").asLong();
  }

  private long product(String name, @Nullable String description, int price, Object... further) {
    Map<String, @Nullable Object> body = new HashMap<>();
    body.put("name", name);
    body.put("description", description);
    body.put("price", price);
    for (int i = 0; i < further.length; i += 2) {
      body.put((String) further[i], further[i + 1]);
    }
    Http.Answer answer = http().post("/products", body, ADMIN);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.body().path("id").asLong();
  }
}
