package dev.sagashop.launcher.checks;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.processes.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One real checkout, from the order to the payment. */
public final class SelfCheck {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Set<String> DECIDED = Set.of("PAID", "CANCELLED");

  private SelfCheck() {}

  /** An order that was paid, and how long that took from the moment it was sent. */
  public record Paid(long order, long millis) {}

  public static Paid run(ShopClient customer) {
    Object line = Map.of("productId", productWithMostStock(customer), "quantity", 1);
    long start = System.nanoTime();
    long order = customer.post("/orders", Map.of("items", List.of(line))).path("id").asLong();
    String status = awaitDecision(customer, order);
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (!status.equals("PAID")) {
      throw new ShopException(
          "Order %d is %s after %d ms, expected PAID".formatted(order, status, millis));
    }
    return new Paid(order, millis);
  }

  /** Waits until the checkout has paid or cancelled the order; else gives the last status seen. */
  static String awaitDecision(ShopClient client, long order) {
    Waiting.until(LIMIT, () -> DECIDED.contains(status(client, order)));
    return status(client, order);
  }

  private static String status(ShopClient client, long order) {
    return client.get("/orders/" + order).path("status").asString();
  }

  private static long productWithMostStock(ShopClient client) {
    JsonNode stock = StockSeed.stock(client);
    return stock.properties().stream()
        .filter(entry -> entry.getValue().asInt() > 0)
        .max((one, other) -> Integer.compare(one.getValue().asInt(), other.getValue().asInt()))
        .map(entry -> Long.parseLong(entry.getKey()))
        .orElseThrow(
            () ->
                new ShopException(
                    "No product has stock left, so no order can be placed: ./shop reset starts"
                        + " over"));
  }
}
