package dev.sagashop.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.catalog.CatalogApiApplication;
import dev.sagashop.launcher.parts.TestDatabase;
import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lists over so many products that a plan which reads or sorts all of them would show. Not
 * times but rows are counted, which are the same on every machine.
 */
@SpringBootTest(
    classes = CatalogApiApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.MOCK,
    properties = "sagashop.seed-data=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MillionsTest {

  private static final int PRODUCTS = 200_000;

  /** A page has 20, a rank compares 1,000; a plan that reads a list to its end needs 196,000. */
  private static final int FEW = 15_000;

  private static final TestDatabase DATABASE = TestParts.postgres().createDatabase("millions");

  private static final Set<ProductStatus> FOR_SALE = EnumSet.of(ProductStatus.ACTIVE);
  private static final Set<ProductStatus> ALL = EnumSet.allOf(ProductStatus.class);

  private final JdbcClient jdbc;
  private final ProductSearch search;

  MillionsTest(@Autowired JdbcClient jdbc, @Autowired ProductSearch search) {
    this.jdbc = jdbc;
    this.search = search;
  }

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::jdbcUrl);
    registry.add("spring.datasource.username", DATABASE::username);
    registry.add("spring.datasource.password", DATABASE::password);
  }

  @BeforeAll
  void fill() {
    jdbc.sql(
            """
            insert into categories (id, name, parent_id)
            select n, 'Category ' || n, case when n > 10 then n % 10 + 1 end
            from generate_series(1, 50) n
            """)
        .update();
    jdbc.sql(
            """
            insert into products
              (sku, name, description, price, category_id, seller_id, status, created_at)
            select 'SKU-' || n,
              'Article ' || md5(n::text),
              'common word' || n % 1000 || case when n % 20000 = 0 then ' rare' else '' end,
              1 + n % 10007,
              case when n % 500 = 0 then 1 else 2 + n % 49 end,
              1,
              case n % 100 when 0 then 'INACTIVE' when 1 then 'DELETED' else 'ACTIVE' end,
              timestamptz '2026-01-01' + n * interval '1 second'
            from generate_series(1, :products) n
            """)
        .param("products", PRODUCTS)
        .update();
    jdbc.sql("vacuum analyze products").update();
    jdbc.sql("vacuum analyze product_prices").update();
    jdbc.sql("analyze categories").update();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "-name", "price", "-price", "createdAt", "-createdAt"})
  void browsesInEveryOrder(String sort) {
    assertFlat(filter(null, null, null, null), FOR_SALE, sort);
    assertFlat(filter(null, null, null, null), ALL, sort);
    assertFlat(filter(null, 2L, null, null), FOR_SALE, sort);
    assertFlat(filter(null, 1L, null, null), ALL, sort);
    assertFlat(filter(null, null, 5000, 5002), FOR_SALE, sort);
    assertFlat(filter(null, null, 10, null), ALL, sort);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-relevance", "relevance", "name", "-name", "price", "-createdAt", "createdAt"})
  void searchesForCommonAndRareWords(String sort) {
    for (String q : List.of("common", "rare", "word77", "common rare", "word7", "absent", "art")) {
      assertFlat(filter(q, null, null, null), FOR_SALE, sort);
      assertFlat(filter(q, null, null, null), ALL, sort);
    }
    assertFlat(filter("common", 2L, null, null), FOR_SALE, sort);
    assertFlat(filter("rare", 2L, null, null), FOR_SALE, sort);
  }

  @Test
  void readsALateStepOfThePlainListLikeTheFirst() {
    ProductFilter all = filter(null, null, null, null);
    @Nullable String cursor = null;
    for (int step = 0; step < 3; step++) {
      Page<Long> page = search.plain(all, new PageQuery(null, cursor, null));
      assertThat(page.items()).hasSize(500);
      assertThat(page.items()).isSorted();
      cursor = page.nextCursor();
    }
  }

  @Test
  void readsThePricesOfOneProductOnly() {
    var page = PriceHistory.SORTS.page(PageQuery.FIRST);
    assertFlat(PriceHistory.statement(77, page));
  }

  private void assertFlat(ProductFilter filter, Set<ProductStatus> statuses, String sort) {
    var first = ProductSearch.page(filter, new PageQuery(null, null, sort));
    assertFlat(search.statement(filter, statuses, first));
    Page<Long> page = search.find(filter, statuses, new PageQuery(null, null, sort));
    if (page.hasMore()) {
      String cursor = Objects.requireNonNull(page.nextCursor());
      var second = ProductSearch.page(filter, new PageQuery(null, cursor, sort));
      assertFlat(search.statement(filter, statuses, second));
    }
  }

  private void assertFlat(ProductSearch.Statement statement) {
    String plan =
        jdbc.sql("explain (analyze, format json, timing off) " + statement.sql())
            .params(statement.params())
            .query(String.class)
            .single();
    JsonNode root = new JsonMapper().readTree(plan).path(0).path("Plan");
    assertThat(mostRows(root)).as(statement + "\n" + plan).isLessThan(FEW);
    assertThat(plan).as(statement.toString()).doesNotContain("\"Seq Scan\"");
  }

  /**
   * The most rows that any step of the plan read or threw away. A bitmap is made of entries of an
   * index alone, of which ten cost less than one row.
   */
  private static double mostRows(JsonNode step) {
    boolean entries = step.path("Node Type").asString().equals("Bitmap Index Scan");
    double loops = step.path("Actual Loops").asDouble() / (entries ? 10 : 1);
    double most =
        loops
            * (step.path("Actual Rows").asDouble()
                + step.path("Rows Removed by Filter").asDouble(0)
                + step.path("Rows Removed by Index Recheck").asDouble(0));
    for (JsonNode below : step.path("Plans")) {
      most = Math.max(most, mostRows(below));
    }
    return most;
  }

  private static ProductFilter filter(
      @Nullable String q, @Nullable Long categoryId, @Nullable Integer min, @Nullable Integer max) {
    return new ProductFilter(
        q,
        categoryId,
        min == null ? null : BigDecimal.valueOf(min),
        max == null ? null : BigDecimal.valueOf(max),
        null,
        null);
  }
}
