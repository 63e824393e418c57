package dev.sagashop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.testing.Http;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProductWriteTest extends CatalogTest {

  private static final Map<String, Object> LAMP = Map.of("name", "Lamp", "price", 12.5);

  @Test
  void createsWithDefaults() {
    Http.Answer answer = http().post("/products", LAMP, Http.bearer(TOKENS.admin(41)));
    assertThat(answer.status()).isEqualTo(200);
    JsonNode lamp = answer.body();
    long id = lamp.path("id").asLong();
    assertThat(id).isGreaterThanOrEqualTo(7);
    assertThat(lamp.path("sku").asString()).isEqualTo("SKU-%03d".formatted(id));
    assertThat(answer.response().body()).contains("\"price\":12.50");
    assertThat(lamp.path("description").isNull()).isTrue();
    assertThat(lamp.path("categoryId").isNull()).isTrue();
    assertThat(lamp.path("categoryName").isNull()).isTrue();
    assertThat(lamp.path("sellerId").asLong()).isEqualTo(41);
    assertThat(lamp.path("status").asString()).isEqualTo("ACTIVE");
    assertThat(lamp.path("imageUrls").isEmpty()).isTrue();
    assertThat(http().get("/products/" + id).body()).isEqualTo(lamp);
  }

  @Test
  void createsWithEverything() {
    Http.Answer answer =
        http()
            .post(
                "/products",
                with(
                    "description",
                    "Two\nlines",
                    "price",
                    new BigDecimal("99999999999999999.99"),
                    "categoryId",
                    2,
                    "sellerId",
                    17,
                    "status",
                    "INACTIVE",
                    "imageUrls",
                    List.of(
                        " https://example.com/b.png ",
                        "http://example.com/c.png",
                        "https://example.com/b.png",
                        "https://example.com/a.png")),
                ADMIN);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    assertThat(answer.response().body()).contains("\"price\":99999999999999999.99");
    assertThat(answer.text("description")).isEqualTo("Two\nlines");
    assertThat(answer.text("categoryName")).isEqualTo("Books");
    assertThat(answer.body().path("sellerId").asLong()).isEqualTo(17);
    assertThat(answer.text("status")).isEqualTo("INACTIVE");
    assertThat(images(answer))
        .containsExactly(
            "https://example.com/b.png", "http://example.com/c.png", "https://example.com/a.png");
    assertThat(http().get("/products/" + answer.body().path("id").asLong()).body())
        .isEqualTo(answer.body());
  }

  @ParameterizedTest
  @MethodSource
  void namesTheFieldThatIsWrong(String field, @Nullable Object value) {
    Map<String, @Nullable Object> body = new HashMap<>(LAMP);
    body.put(field, value);
    int before = http().get("/products").body().size();
    assertInvalid(http().post("/products", body, ADMIN), field);
    assertInvalid(http().send("PUT", "/products/1", body, ADMIN), field);
    assertThat(http().get("/products").body().size()).isEqualTo(before);
    assertThat(http().get("/products/1").text("name")).isEqualTo("High-Performance Laptop");
  }

  static Stream<Arguments> namesTheFieldThatIsWrong() {
    return Stream.of(
        Arguments.of("name", null),
        Arguments.of("name", " "),
        Arguments.of("name", "x".repeat(256)),
        Arguments.of("name", "x\u0000"),
        Arguments.of("description", "x".repeat(2001)),
        Arguments.of("description", "x\u0000"),
        Arguments.of("price", null),
        Arguments.of("price", 0),
        Arguments.of("price", -1),
        Arguments.of("price", new BigDecimal("0.001")),
        Arguments.of("price", new BigDecimal("100000000000000000")),
        Arguments.of("price", new BigDecimal("1e400")),
        Arguments.of("price", "cheap"),
        Arguments.of("categoryId", 0),
        Arguments.of("categoryId", -1),
        Arguments.of("categoryId", 1.5),
        Arguments.of("sellerId", 0),
        Arguments.of("status", "SOLD"),
        Arguments.of("status", ""),
        Arguments.of("status", "active"));
  }

  @Test
  void refusesABlankImage() {
    for (String image : List.of("\"\"", "\"  \"", "null", "\"\\u0000\"")) {
      String body =
          "{\"name\":\"Lamp\",\"price\":1,\"imageUrls\":[\"https://example.com/a.png\",%s]}"
              .formatted(image);
      Http.Answer answer = http().post("/products", body, ADMIN);
      assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
      assertThat(answer.text("message")).contains("imageUrls[1]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]"})
  void refusesWhatIsNoObject(String body) {
    assertThat(http().post("/products", body, ADMIN).status()).isEqualTo(400);
  }

  @Test
  void refusesACategoryThatDoesNotExist() {
    Map<String, Object> body = with("categoryId", 999999);
    String message = "Category not found with id: 999999";
    assertProblem(http().post("/products", body, ADMIN), 404, "Not Found", message);
    assertProblem(http().send("PUT", "/products/1", body, ADMIN), 404, "Not Found", message);
  }

  @Test
  void changesWhatTheRequestSays() {
    long id =
        create(
            with(
                "description",
                "old",
                "categoryId",
                1,
                "sellerId",
                17,
                "status",
                "INACTIVE",
                "imageUrls",
                List.of("https://example.com/b.png", "https://example.com/a.png")));
    Http.Answer kept =
        http()
            .send(
                "PUT",
                "/products/" + id,
                Map.of("name", "Better lamp", "price", 13, "sellerId", 18),
                ADMIN);
    assertThat(kept.status()).as(kept.response().body()).isEqualTo(200);
    assertThat(kept.text("name")).isEqualTo("Better lamp");
    assertThat(kept.response().body()).contains("\"price\":13.00");
    assertThat(kept.text("sku")).isEqualTo("SKU-%03d".formatted(id));
    assertThat(kept.body().path("description").isNull()).isTrue();
    assertThat(kept.body().path("categoryId").isNull()).isTrue();
    assertThat(kept.body().path("sellerId").asLong()).isEqualTo(17);
    assertThat(kept.text("status")).isEqualTo("INACTIVE");
    assertThat(images(kept))
        .containsExactly("https://example.com/b.png", "https://example.com/a.png");

    Http.Answer changed =
        http()
            .send(
                "PUT",
                "/products/" + id,
                with("categoryId", 3, "status", "ACTIVE", "imageUrls", List.of()),
                ADMIN);
    assertThat(changed.text("categoryName")).isEqualTo("Clothing");
    assertThat(changed.text("status")).isEqualTo("ACTIVE");
    assertThat(images(changed)).isEmpty();
    assertThat(http().get("/products/" + id).body()).isEqualTo(changed.body());
  }

  @Test
  void doesNotChangeWhatDoesNotExist() {
    assertProblem(
        http().send("PUT", "/products/999999", LAMP, ADMIN),
        404,
        "Not Found",
        "Product not found with id: 999999");
  }

  @Test
  void aWithdrawnProductStaysListed() {
    long id = create(with("status", "DELETED"));
    assertThat(withId(http().get("/products").body(), id).path("status").asString())
        .isEqualTo("DELETED");
  }

  @Test
  void deletesForGoodAndNeverGivesTheIdAgain() {
    long id = create(LAMP);
    assertThat(http().send("DELETE", "/products/" + id, null, ADMIN).status()).isEqualTo(204);
    assertThat(http().get("/products/" + id).status()).isEqualTo(404);
    assertThat(ids(http().get("/products").body())).doesNotContain(id);
    assertThat(http().send("DELETE", "/products/" + id, null, ADMIN).status()).isEqualTo(204);
    assertThat(create(LAMP)).isGreaterThan(id);
  }

  /** Nobody, customer, support, admin. */
  @ParameterizedTest
  @CsvSource({
    "GET, /products, 200, 200, 200, 200",
    "GET, /products/1, 200, 200, 200, 200",
    "GET, /products/batch?ids=1, 200, 200, 200, 200",
    "POST, /products, 401, 403, 403, 200",
    "PUT, /products/999999, 401, 403, 403, 404",
    "DELETE, /products/999999, 401, 403, 403, 204",
    "GET, /categories, 200, 200, 200, 200",
    "GET, /categories/1, 200, 200, 200, 200",
    "POST, /categories, 401, 403, 403, 400",
    "PUT, /categories/999999, 401, 403, 403, 400",
    "GET, /products/search, 200, 200, 200, 200",
    "GET, /products/1/prices, 401, 403, 200, 200",
    "DELETE, /categories/999999, 401, 403, 403, 204",
    "GET, /actuator/health/readiness, 200, 200, 200, 200",
    "GET, /elsewhere, 401, 404, 404, 404"
  })
  void opensToWhoMay(String method, String path, int nobody, int customer, int support, int admin) {
    Map<String, Object> body =
        path.startsWith("/categories") ? Map.of("name", "") : new HashMap<>(LAMP);
    assertThat(http().send(method, path, body, NOBODY).status()).isEqualTo(nobody);
    assertThat(http().send(method, path, body, CUSTOMER).status()).isEqualTo(customer);
    assertThat(http().send(method, path, body, SUPPORT).status()).isEqualTo(support);
    assertThat(http().send(method, path, body, ADMIN).status()).isEqualTo(admin);
  }

  private long create(Map<String, Object> body) {
    Http.Answer answer = http().post("/products", body, ADMIN);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.body().path("id").asLong();
  }

  /** A lamp with further fields, or with other values: name, value, name, value. */
  private static Map<String, Object> with(Object... fields) {
    Map<String, Object> body = new HashMap<>(LAMP);
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    return body;
  }

  private static List<String> images(Http.Answer answer) {
    return answer.body().path("imageUrls").valueStream().map(JsonNode::asString).toList();
  }
}
