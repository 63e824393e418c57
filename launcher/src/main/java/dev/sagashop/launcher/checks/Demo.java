package dev.sagashop.launcher.checks;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.processes.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Three orders on the running shop: one is paid, one asks for too much, one is declined. */
public final class Demo {
  private static final long NOVEL = 4;
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final String SIMULATOR = "/payments/simulator";

  private final String gateway;
  private final OrderEvents events;
  private final Optional<String> temporalUi;
  private final Console console;

  public Demo(
      String gateway, String bootstrapServers, Optional<String> temporalUi, Console console) {
    this.gateway = gateway;
    this.events = new OrderEvents(bootstrapServers);
    this.temporalUi = temporalUi;
    this.console = console;
  }

  public void tell() {
    try (ShopClient customer = ShopClient.customer(gateway);
        ShopClient admin = ShopClient.admin(gateway)) {
      console.say("1. A customer orders two novels, and the card is fine.");
      order(customer, 2, "PAID", Set.of("order-created", "inventory-reserved", "payment-success"));

      console.say("2. The customer wants one novel more than there are.");
      order(
          customer,
          available(customer) + 1,
          "CANCELLED",
          Set.of("order-created", "inventory-failed"));

      console.say("3. Two novels again, but the payment provider declines the card.");
      JsonNode settings = admin.get(SIMULATOR).path("settings");
      admin.put(SIMULATOR, Map.of("declines", 1));
      try {
        order(
            customer,
            2,
            "CANCELLED",
            Set.of("order-created", "inventory-reserved", "payment-failed"));
      } finally {
        admin.put(SIMULATOR, settings);
      }
    }
  }

  private void order(ShopClient customer, int quantity, String expected, Set<String> topics) {
    int before = available(customer);
    Instant start = Instant.now();
    long order =
        customer
            .post(
                "/orders",
                Map.of("items", List.of(Map.of("productId", NOVEL, "quantity", quantity))))
            .path("id")
            .asLong();
    String status = SelfCheck.awaitDecision(customer, order);
    long millis = Duration.between(start, Instant.now()).toMillis();
    int left = status.equals("PAID") ? before - quantity : before;
    // A cancelled order is shown before its stock is back.
    Waiting.until(LIMIT, () -> available(customer) == left);

    console.say("   order   %d is %s after %d ms".formatted(order, status, millis));
    console.say("   stock   %d before, %d after".formatted(before, available(customer)));
    for (OrderEvents.Event event : events.of(order, start, topics, LIMIT)) {
      console.say("   event   %-18s %s".formatted(event.topic(), event.value()));
    }
    temporalUi.ifPresent(
        url ->
            console.say(
                "   story   %s/namespaces/shop/workflows/checkout-%d".formatted(url, order)));
    console.say("");
    if (!status.equals(expected)) {
      throw new ShopException(
          "Order %d is %s, expected %s: see ./shop logs order-api"
              .formatted(order, status, expected));
    }
  }

  private static int available(ShopClient client) {
    return StockSeed.stock(client).path(Long.toString(NOVEL)).asInt();
  }
}
