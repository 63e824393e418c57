package dev.sagashop.system.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** What the tests do with orders again and again. */
public final class Orders {

  private static final AtomicInteger NAMES = new AtomicInteger();

  private Orders() {}

  /** Body of an order of one line. */
  public static Map<String, Object> body(long productId, Object quantity) {
    return Map.of("items", List.of(Map.of("productId", productId, "quantity", quantity)));
  }

  /** Places an order and gives its number. */
  public static long place(Visitor customer, long productId, int quantity, String... headers) {
    Visitor.Answer answer = customer.post("/api/orders", body(productId, quantity), headers);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(answer.json().path("status").asString()).isEqualTo("CREATED");
    return answer.json().path("id").asLong();
  }

  /** Waits for a status and gives the order. */
  public static JsonNode until(Visitor customer, long orderId, String status) {
    return await("order " + orderId + " is " + status)
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> customer.get("/api/orders/" + orderId).json(),
            order -> order.path("status").asString().equals(status));
  }

  /**
   * A product of its own for a test, with this much stock; none at all if the stock is negative.
   */
  public static long product(Visitor admin, String price, int stock) {
    Visitor.Answer product =
        admin.post(
            "/api/products",
            Map.of(
                "name",
                "Test product " + NAMES.incrementAndGet(),
                "price",
                new java.math.BigDecimal(price),
                "sellerId",
                1));
    assertThat(product.status()).as("%s", product.body()).isEqualTo(200);
    long productId = product.json().path("id").asLong();
    if (stock >= 0) {
      assertThat(
              admin
                  .post("/api/inventory/set", Map.of("productId", productId, "quantity", stock))
                  .status())
          .isEqualTo(200);
    }
    return productId;
  }

  /** Units that can be bought, as the shop shows them. */
  public static int available(Visitor visitor, long productId) {
    return visitor
        .post("/api/inventory/batch", List.of(productId))
        .json()
        .path(Long.toString(productId))
        .asInt();
  }
}
