package dev.sagashop.bench.checkout;

import dev.sagashop.bench.BenchException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Places an order and looks at it now and then until it is paid. How long that took is told by the
 * order's own {@code paidAt}: the shop runs on this machine and its clock, and to look often enough
 * would slow down what is measured.
 */
final class Customer {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Account account;
  private final Duration pause;

  /**
   * @param pause between two looks
   */
  Customer(Account account, Duration pause) {
    this.account = account;
    this.pause = pause;
  }

  /** Nanoseconds from the begin of the request. */
  record Times(long untilAnswer, long untilPaid) {}

  Times order(long productId) throws InterruptedException {
    Object line = Map.of("productId", productId, "quantity", 1);
    Instant sentAt = Instant.now();
    long start = System.nanoTime();
    JsonNode placed = account.post("/orders", Map.of("items", List.of(line)));
    long untilAnswer = System.nanoTime() - start;
    Instant paidAt = awaitPaid(placed.path("id").asLong());
    return new Times(untilAnswer, Duration.between(sentAt, paidAt).toNanos());
  }

  private Instant awaitPaid(long order) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      Thread.sleep(pause);
      JsonNode seen = account.get("/orders/" + order);
      String status = seen.path("status").asString();
      if (status.equals("PAID")) {
        return LocalDateTime.parse(seen.path("paidAt").asString()).toInstant(ZoneOffset.UTC);
      }
      if (status.equals("CANCELLED") || System.nanoTime() - deadline > 0) {
        throw new BenchException(
            "Order %d is %s, expected PAID within %d s: %s"
                .formatted(order, status, LIMIT.toSeconds(), seen));
      }
    }
  }
}
