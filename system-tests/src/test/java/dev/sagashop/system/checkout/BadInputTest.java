package dev.sagashop.system.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.Orders;
import dev.sagashop.system.shop.RunningShop;
import dev.sagashop.system.shop.Visitor;
import dev.sagashop.system.shop.Visitor.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal has a status and a code, names the field, and changes nothing. */
class BadInputTest {

  private final RunningShop shop = RunningShop.shared();
  private final Books books = new Books(shop);
  private final Visitor admin = Visitor.admin(shop);
  private final Visitor customer = Visitor.newCustomer(shop);
  private long ordersBefore;

  @BeforeEach
  void countOrders() {
    ordersBefore = orders();
  }

  @AfterEach
  void nothingChanged() {
    assertThat(orders()).as("orders").isEqualTo(ordersBefore);
    books.balance();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "2147483648", "1.5", "\"two\"", "null"})
  void refusesAQuantityThatIsNoPositiveInteger(String quantity) {
    Answer answer =
        customer.postRaw(
            "/api/orders", "{\"items\":[{\"productId\":1,\"quantity\":%s}]}".formatted(quantity));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isNotBlank();
    assertThat(answer.json().path("message").asString()).contains("quantity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"items\":", "[]", "\"order\"", "", "{\"items\":[]}", "{}"})
  void refusesABodyThatIsNoOrder(String body) {
    Answer answer = customer.postRaw("/api/orders", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isNotBlank();
  }

  @Test
  void refusesAProductThatDoesNotExist() {
    Answer answer = customer.post("/api/orders", Orders.body(999_999, 1));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("PRODUCT_NOT_FOUND");
    assertThat(answer.json().path("message").asString())
        .isEqualTo("Product not found with id: 999999");
  }

  @Test
  void refusesAProductThatIsNotActive() {
    long product = Orders.product(admin, "10.00", 3);
    Answer changed =
        admin.put(
            "/api/products/" + product,
            Map.of("name", "Retired", "price", 10.00, "status", "INACTIVE"));
    assertThat(changed.status()).isEqualTo(200);

    Answer answer = customer.post("/api/orders", Orders.body(product, 1));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("PRODUCT_NOT_AVAILABLE");
  }

  @Test
  void refusesWhoeverHasNoGoodToken() {
    assertRefused(Visitor.nobody(shop).post("/api/orders", Orders.body(1, 1)), 401);
    assertRefused(
        Visitor.withToken(shop, "no.such.token").post("/api/orders", Orders.body(1, 1)), 401);
    assertRefused(Visitor.nobody(shop).get("/api/orders/my-orders"), 401);
    assertRefused(customer.get("/api/orders"), 403);
  }

  @Test
  void refusesAnotherBodyUnderAUsedKey() {
    long product = Orders.product(admin, "10.00", 3);
    String key = UUID.randomUUID().toString();
    long orderId = Orders.place(customer, product, 1, "Idempotency-Key", key);
    Orders.until(customer, orderId, "PAID");
    ordersBefore++;

    Answer other = customer.post("/api/orders", Orders.body(product, 2), "Idempotency-Key", key);

    assertRefused(other, 422);
    Answer same = customer.post("/api/orders", Orders.body(product, 1), "Idempotency-Key", key);
    assertThat(same.status()).isEqualTo(200);
    assertThat(same.json().path("id").asLong()).isEqualTo(orderId);
  }

  @Test
  void keepsOtherCustomersOut() {
    long product = Orders.product(admin, "10.00", 3);
    long orderId = Orders.place(customer, product, 1);
    Orders.until(customer, orderId, "PAID");
    ordersBefore++;
    Visitor other = Visitor.newCustomer(shop);

    assertRefused(other.get("/api/orders/" + orderId), 404);
    assertRefused(other.post("/api/orders/" + orderId + "/cancel", Map.of()), 403);
    assertRefused(customer.post("/api/orders/999999999/cancel", Map.of()), 404);
    assertThat(customer.get("/api/orders/" + orderId).json().path("status").asString())
        .isEqualTo("PAID");
  }

  @Test
  void refusesASecondCancel() {
    long product = Orders.product(admin, "10.00", 1);
    long orderId = Orders.place(customer, product, 1);
    ordersBefore++;
    List<Integer> answers =
        List.of(
            customer.post("/api/orders/" + orderId + "/cancel", Map.of()).status(),
            customer.post("/api/orders/" + orderId + "/cancel", Map.of()).status());

    assertThat(answers).containsExactly(200, 409);
    Orders.until(customer, orderId, "CANCELLED");
    books.stockBalances();
    assertThat(Orders.available(customer, product)).isEqualTo(1);
  }

  private static void assertRefused(Answer answer, int status) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
    assertThat(answer.code()).isNotBlank();
    assertThat(answer.json().path("traceId").asString("")).isNotBlank();
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
  }

  private long orders() {
    return books.count("order_db", "select count(*) from orders");
  }
}
