package dev.sagashop.system.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.Orders;
import dev.sagashop.system.shop.RunningShop;
import dev.sagashop.system.shop.Visitor;
import dev.sagashop.system.shop.Visitor.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a customer with a good token and bad intentions gets: nothing. */
class HostileCustomerTest {

  private static final Set<String> OF_THE_REQUEST =
      Set.of("timestamp", "path", "instance", "traceId", "message", "detail");

  private final RunningShop shop = RunningShop.shared();
  private final Visitor admin = Visitor.admin(shop);
  private final Visitor customer = Visitor.newCustomer(shop);
  private final Visitor other = Visitor.newCustomer(shop);

  @AfterEach
  void theBooksAreStillRight() {
    new Books(shop).balance();
  }

  @Test
  void doesNotLearnWhetherAnothersOrderExists() {
    long order = Orders.place(customer, Orders.product(admin, "10.00", 1), 1);

    Answer anothers = other.get("/api/orders/" + order);
    Answer absent = other.get("/api/orders/999999999");

    assertThat(anothers.status()).isEqualTo(404);
    assertThat(stable(anothers)).isEqualTo(stable(absent));
    assertThat(anothers.json().path("message").asString().replace("" + order, "999999999"))
        .isEqualTo(absent.json().path("message").asString());
  }

  @Test
  void cannotNameAPriceAStatusOrAnotherUser() {
    long product = Orders.product(admin, "10.00", 5);

    Answer placed =
        customer.postRaw(
            "/api/orders",
            """
            {"userId": 1, "status": "PAID", "role": "ROLE_ADMIN", "totalAmount": 0.01,
             "items": [{"productId": %d, "quantity": 2, "price": 0.01}]}
            """
                .formatted(product));

    assertThat(placed.status()).as("%s", placed.body()).isEqualTo(200);
    assertThat(placed.json().path("status").asString()).isEqualTo("CREATED");
    assertThat(placed.json().path("totalAmount").decimalValue()).isEqualByComparingTo("20.00");
    long me = customer.get("/api/users/me").json().path("id").asLong();
    assertThat(placed.json().path("userId").asLong()).isEqualTo(me);
    Orders.until(customer, placed.json().path("id").asLong(), "PAID");
  }

  @Test
  void cannotRegisterWithARole() {
    Answer registered =
        Visitor.nobody(shop)
            .post(
                "/api/auth/register",
                Map.of(
                    "email", UUID.randomUUID() + "@example.com",
                    "password", "correct horse battery",
                    "firstName", "Eve",
                    "lastName", "Sly",
                    "role", "ROLE_ADMIN",
                    "roles", List.of("ROLE_ADMIN")));

    assertThat(registered.status()).as("%s", registered.body()).isEqualTo(200);
    Visitor eve = Visitor.withToken(shop, registered.json().path("accessToken").asString());
    assertThat(eve.get("/api/users/me").json().path("role").asString()).isEqualTo("ROLE_CUSTOMER");
    assertThat(eve.get("/api/orders").status()).isEqualTo(403);
  }

  @Test
  void doesNotReachAnothersOrderByItsKey() {
    long product = Orders.product(admin, "10.00", 5);
    String key = UUID.randomUUID().toString();

    long mine = Orders.place(customer, product, 1, "Idempotency-Key", key);
    long theirs = Orders.place(other, product, 1, "Idempotency-Key", key);

    assertThat(theirs).isNotEqualTo(mine);
    Orders.until(customer, mine, "PAID");
    Orders.until(other, theirs, "PAID");
  }

  @Test
  void isNotAnybodyElseByAHeader() {
    Answer answer =
        customer.get(
            "/api/orders",
            "X-User-Id",
            "1",
            "X-User-Roles",
            "ROLE_ADMIN",
            "X-Auth-User",
            "admin@example.com",
            "X-Forwarded-User",
            "admin@example.com",
            "X-Original-URL",
            "/orders/my-orders",
            "X-Rewrite-URL",
            "/orders/my-orders",
            "X-HTTP-Method-Override",
            "POST");

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void cannotBuyWhatAHundredOthersBuyToo() {
    long product = Orders.product(admin, "10.00", 1);
    List<Callable<Long>> buyers =
        IntStream.range(0, 100)
            .<Callable<Long>>mapToObj(_ -> () -> placePatiently(product))
            .toList();
    List<Long> orders;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      orders = threads.invokeAll(buyers).stream().map(HostileCustomerTest::number).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while buying", e);
    }

    new Books(shop).balance();
    List<String> ends =
        orders.stream()
            .map(order -> customer.get("/api/orders/" + order).json().path("status").asString())
            .toList();
    assertThat(ends).filteredOn("PAID"::equals).hasSize(1);
    assertThat(ends).filteredOn("CANCELLED"::equals).hasSize(99);
  }

  @Test
  void getsNoMoreBackThanWasPaid() {
    long order = Orders.place(customer, Orders.product(admin, "10.00", 1), 1);
    Orders.until(customer, order, "PAID");
    Visitor support = Visitor.support(shop);

    Answer tooMuch =
        support.post(
            "/api/orders/" + order + "/refunds",
            Map.of("kind", "AMOUNT", "amount", 10.01, "reason", "a mistake"));

    assertThat(tooMuch.status()).as("%s", tooMuch.body()).isEqualTo(422);
    assertThat(tooMuch.json().path("refundable").decimalValue()).isEqualByComparingTo("10.00");
    assertThat(
            customer
                .post("/api/orders/" + order + "/refunds", Map.of("kind", "AMOUNT", "amount", 1))
                .status())
        .isEqualTo(403);
  }

  @Test
  void storesNothingButText() {
    String name = "<script>alert(1)</script> '); drop table products; --";
    Answer created =
        admin.post("/api/products", Map.of("name", name, "price", 1.00, "sellerId", 1));

    assertThat(created.status()).isEqualTo(200);
    long product = created.json().path("id").asLong();
    Answer read = Visitor.nobody(shop).get("/api/products/" + product);
    assertThat(read.json().path("name").asString()).isEqualTo(name);
    assertThat(read.raw().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(read.raw().headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void getsNoMoreThanAPageHowevermuchIsAskedFor() {
    for (String list : List.of("/api/orders/my-orders", "/api/products")) {
      Answer answer = customer.get(list + "?size=1000000");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(StreamSupport.stream(answer.json().spliterator(), false).count())
          .isLessThanOrEqualTo(500);
    }
    assertThat(customer.get("/api/orders/my-orders?size=0").status()).isEqualTo(400);
    assertThat(customer.get("/api/orders/my-orders?sort=password").status()).isEqualTo(400);
    assertThat(customer.get("/api/orders/my-orders?cursor=x").status()).isEqualTo(400);
  }

  /** A rush may find the catalogue slow: nothing is ordered then, and a client asks again. */
  private long placePatiently(long product) {
    String key = UUID.randomUUID().toString();
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> customer.post("/api/orders", Orders.body(product, 1), "Idempotency-Key", key),
            answer -> answer.status() != 503)
        .json()
        .path("id")
        .asLong();
  }

  private static JsonNode stable(Answer answer) {
    return ((tools.jackson.databind.node.ObjectNode) answer.json().deepCopy())
        .remove(OF_THE_REQUEST);
  }

  private static long number(Future<Long> order) {
    try {
      return order.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a buyer got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while buying", e);
    }
  }
}
