package dev.sagashop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.testing.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProductReadTest extends CatalogTest {

  @ParameterizedTest
  @CsvSource({
    "1, High-Performance Laptop, 1299.99, 1, Electronics",
    "2, Smartphone X, 799.50, 1, Electronics",
    "3, Wireless Headphones, 149.99, 1, Electronics",
    "4, The Great Novel, 19.99, 2, Books",
    "5, Programming Java, 49.95, 2, Books",
    "6, Cotton T-Shirt, 25.00, 3, Clothing"
  })
  void listsTheSeededProducts(
      long id, String name, String price, long categoryId, String categoryName) {
    JsonNode product = withId(http().get("/products").body(), id);
    assertThat(product.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "sku",
            "name",
            "description",
            "price",
            "categoryId",
            "categoryName",
            "sellerId",
            "status",
            "createdAt",
            "imageUrls",
            "images",
            "version");
    assertThat(product.path("sku").asString()).isEqualTo("SKU-00" + id);
    assertThat(product.path("name").asString()).isEqualTo(name);
    assertThat(product.path("price").isNumber()).isTrue();
    assertThat(product.path("price").decimalValue()).isEqualByComparingTo(price);
    assertThat(product.path("categoryId").asLong()).isEqualTo(categoryId);
    assertThat(product.path("categoryName").asString()).isEqualTo(categoryName);
    assertThat(product.path("sellerId").asLong()).isEqualTo(1);
    assertThat(product.path("status").asString()).isEqualTo("ACTIVE");
    assertThat(product.path("imageUrls").isArray()).isTrue();
    assertThat(product.path("createdAt").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?");
    assertThat(http().get("/products/" + id).body()).isEqualTo(product);
  }

  @Test
  void writesPricesWithTwoDecimals() {
    assertThat(http().get("/products/6").response().body()).contains("\"price\":25.00");
  }

  @Test
  void namesTheIdThatNoProductHas() {
    assertProblem(
        http().get("/products/999999"), 404, "Not Found", "Product not found with id: 999999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/products/abc", "/products/1.5", "/products/9223372036854775808"})
  void refusesAnIdThatIsNoNumber(String path) {
    assertThat(http().get(path).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ids=5&ids=1&ids=3&ids=1", "ids=5,1,3,5"})
  void readsManyInTheOrderAskedForEachOnce(String query) {
    Http.Answer answer = http().get("/products/batch?" + query);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(ids(answer.body())).containsExactly(5L, 1L, 3L);
    assertThat(answer.body().path(0).path("categoryName").asString()).isEqualTo("Books");
  }

  @Test
  void namesTheFirstOfTheMissingIds() {
    assertProblem(
        http().get("/products/batch?ids=1,999998,2,999997"),
        404,
        "Not Found",
        "Product not found with id: 999998");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/products/batch", "/products/batch?ids="})
  void readsNothingWhenNothingIsAskedFor(String path) {
    Http.Answer answer = http().get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).isEqualTo("[]");
  }

  @Test
  void refusesABatchOfOtherThings() {
    assertThat(http().get("/products/batch?ids=1,abc").status()).isEqualTo(400);
  }
}
