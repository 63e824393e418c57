package dev.sagashop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.testing.Http;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class VersionTest extends CatalogTest {

  @Test
  void countsChangesAndTellsThemAsTag() {
    long id = create();
    Http.Answer first = http().get("/products/" + id);
    assertThat(first.body().path("version").asLong()).isEqualTo(1);
    assertThat(first.header("ETag")).isEqualTo("\"1\"");
    Http.Answer second = put(id, Map.of("name", "Chair", "price", 20, "version", 1));
    assertThat(second.status()).as(second.response().body()).isEqualTo(200);
    assertThat(second.body().path("version").asLong()).isEqualTo(2);
    assertThat(second.header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void saysWhatSomebodyElseChanged() {
    long id = create();
    put(id, Map.of("name", "Chair", "price", 15, "description", "Oak", "categoryId", 1));
    Http.Answer late =
        put(
            id,
            Map.of(
                "name",
                "Armchair",
                "price",
                15,
                "version",
                1,
                "status",
                "INACTIVE",
                "imageUrls",
                List.of("https://example.com/a.png")));
    assertThat(late.status()).as(late.response().body()).isEqualTo(409);
    assertThat(late.text("code")).isEqualTo("PRODUCT_CHANGED");
    assertThat(late.text("error")).isEqualTo("Conflict");
    assertThat(late.body().path("currentVersion").asLong()).isEqualTo(2);
    JsonNode changes = late.body().path("changes");
    assertThat(changes.propertyNames())
        .containsExactlyInAnyOrder("name", "description", "categoryId", "status", "imageUrls");
    assertThat(changes.path("name").path("yours").asString()).isEqualTo("Armchair");
    assertThat(changes.path("name").path("theirs").asString()).isEqualTo("Chair");
    assertThat(changes.path("description").path("yours").isNull()).isTrue();
    assertThat(changes.path("categoryId").path("theirs").asLong()).isEqualTo(1);
    assertThat(changes.path("status").path("theirs").asString()).isEqualTo("ACTIVE");
    assertThat(http().get("/products/" + id).text("name")).isEqualTo("Chair");
  }

  @Test
  void takesTheVersionFromTheHeaderToo() {
    long id = create();
    Map<String, Object> body = Map.of("name", "Chair", "price", 11);
    assertThat(put(id, body, "If-Match", "\"7\"").status()).isEqualTo(409);
    assertThat(put(id, body, "If-Match", "W/\"1\"").status()).isEqualTo(409);
    assertThat(put(id, body, "If-Match", "\"7\", \"1\"").status()).isEqualTo(200);
    assertThat(put(id, Map.of("name", "Any", "price", 11), "If-Match", "*").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"1", "seven", "\"1\" \"2\""})
  void refusesATagThatIsNone(String tag) {
    Http.Answer answer = put(create(), Map.of("name", "Chair", "price", 11), "If-Match", tag);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("code")).isEqualTo("INVALID_IF_MATCH");
  }

  @Test
  void letsOldClientsOverwriteAndRepeat() {
    long id = create();
    Map<String, Object> body = Map.of("name", "Chair", "price", 15);
    assertThat(put(id, body).body().path("version").asLong()).isEqualTo(2);
    assertThat(put(id, body).body().path("version").asLong()).isEqualTo(2);
    Map<String, Object> again = new HashMap<>(body);
    again.put("version", 1);
    assertThat(put(id, again).status()).as("sent again after a lost answer").isEqualTo(200);
  }

  @Test
  void letsOneOfManySimultaneousChangesWin() throws InterruptedException, ExecutionException {
    long id = create();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      pool.submit(
                          () ->
                              put(id, Map.of("name", "N" + i, "price", 1, "version", 1)).status()))
              .toList();
      int won = 0;
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isIn(200, 409);
        won += answer.get() == 200 ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
  }

  @Test
  void keepsEveryPrice() {
    long id = create();
    String[] colleague = Http.bearer(TOKENS.admin(77));
    http().send("PUT", "/products/" + id, Map.of("name", "Chair", "price", 12.5), colleague);
    put(id, Map.of("name", "Renamed only", "price", 12.5));
    put(id, Map.of("name", "Chair", "price", 9));

    JsonNode page = http().get("/products/%d/prices".formatted(id), SUPPORT).body();
    assertThat(prices(page)).containsExactly("9.00", "12.50", "10.00");
    assertThat(page.path("items").path(1).path("changedBy").asLong()).isEqualTo(77);
    assertThat(page.path("items").path(1).path("from").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT.*");
    JsonNode first = http().get("/products/%d/prices?size=2".formatted(id), ADMIN).body();
    assertThat(prices(first)).containsExactly("9.00", "12.50");
    String next = first.path("nextCursor").asString();
    JsonNode second =
        http().get("/products/%d/prices?size=2&cursor=%s".formatted(id, next), ADMIN).body();
    assertThat(prices(second)).containsExactly("10.00");
    assertThat(second.path("hasMore").asBoolean()).isFalse();

    http().send("DELETE", "/products/" + id, null, ADMIN);
    assertThat(prices(http().get("/products/%d/prices".formatted(id), ADMIN).body())).hasSize(3);
  }

  @Test
  void showsPricesToStaffOnly() {
    assertThat(http().get("/products/1/prices").status()).isEqualTo(401);
    assertThat(http().get("/products/1/prices", CUSTOMER).status()).isEqualTo(403);
    assertThat(http().get("/products/1/prices", SUPPORT).status()).isEqualTo(200);
    assertThat(http().get("/products/1/prices", ADMIN).status()).isEqualTo(200);
    assertThat(http().get("/products/999999/prices", ADMIN).status()).isEqualTo(404);
  }

  private long create() {
    return http()
        .post("/products", Map.of("name", "Stool", "price", 10), ADMIN)
        .body()
        .path("id")
        .asLong();
  }

  private Http.Answer put(long id, Object body, String... headers) {
    String[] all = Stream.concat(Stream.of(ADMIN), Stream.of(headers)).toArray(String[]::new);
    return http().send("PUT", "/products/" + id, body, all);
  }

  private static List<String> prices(JsonNode page) {
    return page.path("items")
        .valueStream()
        .map(item -> item.path("price").decimalValue().setScale(2).toPlainString())
        .toList();
  }
}
