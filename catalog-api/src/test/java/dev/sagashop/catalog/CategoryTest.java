package dev.sagashop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.testing.Http;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class CategoryTest extends CatalogTest {

  @ParameterizedTest
  @CsvSource({"1, Electronics", "2, Books", "3, Clothing"})
  void listsTheSeededCategories(long id, String name) {
    JsonNode category = withId(http().get("/categories").body(), id);
    assertThat(category.propertyNames())
        .containsExactlyInAnyOrder("id", "name", "description", "parentId", "subCategories");
    assertThat(category.path("name").asString()).isEqualTo(name);
    assertThat(category.path("description").isNull()).isTrue();
    assertThat(category.path("parentId").isNull()).isTrue();
  }

  @Test
  void nestsChildrenBelowTheirParents() {
    long top = create("Garden", null);
    long tools = create("Tools", top);
    long spades = create("Spades", tools);
    long seeds = create("Seeds", top);
    assertThat(top).isGreaterThanOrEqualTo(4);

    JsonNode all = http().get("/categories").body();
    assertThat(ids(all)).contains(top).doesNotContain(tools, spades, seeds);
    JsonNode garden = withId(all, top);
    assertThat(ids(garden.path("subCategories"))).containsExactly(tools, seeds);
    JsonNode below = withId(garden.path("subCategories"), tools).path("subCategories");
    assertThat(ids(below)).containsExactly(spades);
    assertThat(below.path(0).path("parentId").asLong()).isEqualTo(tools);
    assertThat(below.path(0).path("subCategories").isEmpty()).isTrue();
    assertThat(http().get("/categories/" + top).body()).isEqualTo(garden);
    assertThat(ids(http().get("/categories/" + tools).body().path("subCategories")))
        .containsExactly(spades);
  }

  @Test
  void answersWithTheNewCategory() {
    Http.Answer answer =
        http().post("/categories", Map.of("name", "Toys", "description", "For play"), ADMIN);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("name")).isEqualTo("Toys");
    assertThat(answer.text("description")).isEqualTo("For play");
    assertThat(answer.body().path("parentId").isNull()).isTrue();
    assertThat(answer.body().path("subCategories").isEmpty()).isTrue();
  }

  @Test
  void refusesANameTwiceUnderOneParent() {
    long parent = create("Music", null);
    long other = create("Film", null);
    create("Classic", parent);
    create("Classic", other);
    assertProblem(
        http().post("/categories", body("Music", null), ADMIN),
        409,
        "Conflict",
        "Category already exists: 'Music' at the top level");
    assertProblem(
        http().post("/categories", body("Classic", parent), ADMIN),
        409,
        "Conflict",
        "Category already exists: 'Classic' under category " + parent);
  }

  @Test
  void letsOneOfManySimultaneousCreationsWin() throws InterruptedException, ExecutionException {
    var start = new CountDownLatch(1);
    String name = UUID.randomUUID().toString();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers =
          Stream.generate(
                  () ->
                      pool.submit(
                          () -> {
                            start.await();
                            return http().post("/categories", body(name, 1L), ADMIN).status();
                          }))
              .limit(8)
              .toList();
      start.countDown();
      int won = 0;
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isIn(200, 409);
        won += answer.get() == 200 ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
  }

  @Test
  void namesTheIdThatNoCategoryHas() {
    String message = "Category not found with id: 999999";
    assertProblem(http().get("/categories/999999"), 404, "Not Found", message);
    assertProblem(
        http().post("/categories", body("Orphan", 999999L), ADMIN), 404, "Not Found", message);
    assertThat(http().get("/categories/abc").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource
  void namesTheFieldThatIsWrong(String field, @Nullable Object value) {
    Map<String, @Nullable Object> body = new HashMap<>(Map.of("name", "Wrong"));
    body.put(field, value);
    assertInvalid(http().post("/categories", body, ADMIN), field);
  }

  static Stream<Arguments> namesTheFieldThatIsWrong() {
    return Stream.of(
        Arguments.of("name", null),
        Arguments.of("name", " "),
        Arguments.of("name", "x".repeat(256)),
        Arguments.of("name", "x\u0000"),
        Arguments.of("description", "x".repeat(2001)),
        Arguments.of("description", "x\u0000"),
        Arguments.of("parentId", 0),
        Arguments.of("parentId", -1),
        Arguments.of("parentId", 1.5),
        Arguments.of("parentId", "one"));
  }

  @Test
  void deletesOnlyWhatIsEmpty() {
    long parent = create("Sport", null);
    long child = create("Balls", parent);
    assertInUse(parent);
    long product =
        http()
            .post("/products", Map.of("name", "Ball", "price", 5, "categoryId", child), ADMIN)
            .body()
            .path("id")
            .asLong();
    assertInUse(child);

    assertThat(http().send("DELETE", "/products/" + product, null, ADMIN).status()).isEqualTo(204);
    assertThat(delete(child)).isEqualTo(204);
    assertThat(delete(parent)).isEqualTo(204);
    assertThat(delete(parent)).isEqualTo(204);
    assertThat(http().get("/categories/" + parent).status()).isEqualTo(404);
  }

  @Test
  void renamesAndMovesWithAllBelow() {
    long parent = create("House", null);
    long child = create("Kitchen", parent);
    long other = create("Flat", null);
    Http.Answer moved = put(parent, "Home", other);
    assertThat(moved.status()).as(moved.response().body()).isEqualTo(200);
    assertThat(moved.text("name")).isEqualTo("Home");
    assertThat(moved.body().path("parentId").asLong()).isEqualTo(other);
    assertThat(ids(moved.body().path("subCategories"))).containsExactly(child);
    assertThat(ids(http().get("/categories").body())).contains(other).doesNotContain(parent);
    assertThat(put(parent, "Home", null).body().path("parentId").isNull()).isTrue();
    assertThat(put(parent, "Home", null).status()).isEqualTo(200);
    assertProblem(
        put(parent, "Flat", null),
        409,
        "Conflict",
        "Category already exists: 'Flat' at the top level");
    assertThat(put(999999, "Nowhere", null).status()).isEqualTo(404);
    assertThat(put(parent, "Nowhere", 999999L).status()).isEqualTo(404);
    assertInvalid(put(parent, " ", null), "name");
  }

  @Test
  void neverMovesBelowItself() {
    long top = create("Ring", null);
    long middle = create("Middle", top);
    long low = create("Low", middle);
    for (long target : List.of(top, middle, low)) {
      Http.Answer refused = put(top, "Ring", target);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("code")).isEqualTo("CATEGORY_CYCLE");
    }
  }

  @Test
  void makesNoRingOfTwoSimultaneousMoves() throws InterruptedException, ExecutionException {
    for (int round = 0; round < 5; round++) {
      long a = create("A" + UUID.randomUUID(), null);
      long b = create("B" + UUID.randomUUID(), null);
      try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<Http.Answer> one = pool.submit(() -> put(a, "A" + a, b));
        Future<Http.Answer> two = pool.submit(() -> put(b, "B" + b, a));
        assertThat(List.of(one.get().status(), two.get().status()))
            .containsExactlyInAnyOrder(200, 409);
      }
      assertThat(http().get("/categories/" + a).status()).isEqualTo(200);
    }
  }

  @Test
  void endsAtTenLevels() {
    Long parent = null;
    for (int level = 1; level <= 10; level++) {
      parent = create("Level", parent);
    }
    Http.Answer refused = http().post("/categories", body("Level", parent), ADMIN);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("CATEGORY_TOO_DEEP");
    assertThat(put(create("Tree", null), "Tree", parent).status()).isEqualTo(409);
  }

  @Test
  void pagesThroughTheTops() {
    create("Paged one", null);
    create("Paged two", null);
    Http.Answer first = http().get("/categories?size=1&sort=-id");
    assertThat(first.body().size()).isEqualTo(1);
    String link = first.header("Link");
    Http.Answer next = http().get("/categories" + link.substring(1, link.indexOf('>')));
    assertThat(next.body().path(0).path("id").asLong())
        .isLessThan(first.body().path(0).path("id").asLong());
    assertThat(http().get("/categories?sort=name").status()).isEqualTo(200);
    assertThat(http().get("/categories?sort=color").status()).isEqualTo(400);
  }

  private Http.Answer put(long id, String name, @Nullable Long parentId) {
    return http().send("PUT", "/categories/" + id, body(name, parentId), ADMIN);
  }

  private void assertInUse(long id) {
    assertProblem(
        http().send("DELETE", "/categories/" + id, null, ADMIN),
        409,
        "Conflict",
        "Category %d has sub-categories or products; remove or move them first".formatted(id));
    assertThat(http().get("/categories/" + id).status()).isEqualTo(200);
  }

  private int delete(long id) {
    return http().send("DELETE", "/categories/" + id, null, ADMIN).status();
  }

  private long create(String name, @Nullable Long parentId) {
    Http.Answer answer = http().post("/categories", body(name, parentId), ADMIN);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.body().path("id").asLong();
  }

  private static Map<String, @Nullable Object> body(String name, @Nullable Long parentId) {
    Map<String, @Nullable Object> body = new HashMap<>();
    body.put("name", name);
    body.put("parentId", parentId);
    return body;
  }
}
