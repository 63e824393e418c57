package dev.sagashop.system.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.Orders;
import dev.sagashop.system.shop.Provider;
import dev.sagashop.system.shop.RunningShop;
import dev.sagashop.system.shop.Visitor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many at the same time: the provider's journal shows one charge, and one refund a decision. */
class RaceTest {

  private static final int CANCELS_AGAINST_PAYMENTS = 200;
  private static final int AT_ONCE = 8;

  /** Cancels meet every step of a payment, also the one after its end. */
  private static final int LONGEST_DELAY_MILLIS = 150;

  private final RunningShop shop = RunningShop.shared();
  private final Books books = new Books(shop);
  private final Visitor admin = Visitor.admin(shop);
  private final Visitor support = Visitor.support(shop);
  private final Visitor customer = Visitor.newCustomer(shop);
  private final Provider provider = new Provider(admin);

  @AfterEach
  void everythingBalances() {
    provider.works();
    books.balance();
  }

  @Test
  void cancelsAgainstPaymentsEndWithoutMoney() {
    long product = Orders.product(admin, "10.00", CANCELS_AGAINST_PAYMENTS);
    Random delays = new Random(5);
    List<Callable<Integer>> races = new ArrayList<>();
    for (int i = 0; i < CANCELS_AGAINST_PAYMENTS; i++) {
      int delay = delays.nextInt(LONGEST_DELAY_MILLIS);
      boolean whileCharging = i % 2 == 0;
      races.add(() -> chargesOf(placeAndCancel(product, delay, whileCharging)));
    }

    List<Integer> charges = run(races, AT_ONCE);

    System.out.printf(
        "%d cancels against payments: %d orders had been charged, and got it back%n",
        charges.size(), Collections.frequency(charges, 1));
    assertThat(charges).as("charges of an order").containsOnly(0, 1);
    books.balance();
    assertThat(Orders.available(customer, product)).isEqualTo(CANCELS_AGAINST_PAYMENTS);
  }

  @Test
  void ofFiftyCancelsOneCounts() {
    long order = paid();

    List<Integer> answers = answers(50, () -> cancel(order));

    Orders.until(customer, order, "CANCELLED");
    assertThat(answers).containsOnly(200, 409);
    assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
    assertThat(provider.refunds(order)).containsExactly(new BigDecimal("10.00"));
  }

  @Test
  void ofFiftyRetriesOneCounts() {
    long order = paid();
    provider.refusesRefunds();
    cancel(order);
    long refund = Orders.until(customer, order, "REFUND_FAILED").at("/refunds/0/id").asLong();
    provider.works();
    String path = "/api/orders/%d/refunds/%d/retry".formatted(order, refund);

    List<Integer> answers =
        answers(50, () -> support.post(path, Map.of("reason", "hurry")).status());

    Orders.until(customer, order, "CANCELLED");
    assertThat(answers).containsOnly(200, 409);
    assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
    assertThat(
            books.count(
                "order_db", "select count(*) from refund_decisions where refund_id = ?", refund))
        .isEqualTo(1);
    assertThat(provider.refunds(order)).containsExactly(new BigDecimal("10.00"));
  }

  @Test
  void twentyPartialRefundsTakeNoMoreThanWasCaptured() {
    long order = paid();

    List<Integer> answers =
        answers(
            20,
            () ->
                support
                    .post(
                        "/api/orders/" + order + "/refunds",
                        Map.of("amount", 3, "reason", "A scratch"))
                    .status());

    assertThat(answers).containsOnly(201, 422);
    assertThat(Collections.frequency(answers, 201)).isEqualTo(3);
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () ->
                assertThat(provider.refunds(order))
                    .containsExactly(
                        new BigDecimal("3.00"), new BigDecimal("3.00"), new BigDecimal("3.00")));
  }

  @Test
  void aDeadlineAgainstASuccessEndsOneWay() {
    shop.restart("order-api", Map.of("PAYMENT_DEADLINE", "1s"));
    List<Long> orders;
    try {
      provider.behave(Map.of("slowMillis", 900));
      long product = Orders.product(admin, "10.00", 20);
      orders = run(Collections.nCopies(20, () -> Orders.place(customer, product, 1)), AT_ONCE);
      orders.forEach(this::awaitEnd);
    } finally {
      provider.works();
      shop.restart("order-api");
    }

    for (long order : orders) {
      boolean paid = status(order).equals("PAID");
      assertThat(provider.charges(order)).hasSizeLessThanOrEqualTo(1);
      if (paid) {
        assertThat(provider.charges(order)).hasSize(1);
        assertThat(provider.refunds(order)).isEmpty();
      } else {
        awaitMoneyBack(order);
      }
    }
  }

  /**
   * @param whileCharging whether to let the saga come to its charge before the delay begins
   */
  private long placeAndCancel(long product, int delayMillis, boolean whileCharging) {
    long order = Orders.place(customer, product, 1);
    if (whileCharging) {
      Awaitility.await("order " + order + " awaits its payment")
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !status(order).equals("CREATED"));
    }
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delayMillis));
    assertThat(cancel(order)).isEqualTo(200);
    return order;
  }

  /** How often a cancelled order was charged, once all of it is back. */
  private int chargesOf(long order) {
    Orders.until(customer, order, "CANCELLED");
    awaitMoneyBack(order);
    return provider.charges(order).size();
  }

  private int cancel(long order) {
    return customer.post("/api/orders/" + order + "/cancel", Map.of()).status();
  }

  private long paid() {
    long order = Orders.place(customer, Orders.product(admin, "10.00", 5), 1);
    Orders.until(customer, order, "PAID");
    return order;
  }

  private String status(long order) {
    return customer.get("/api/orders/" + order).json().path("status").asString();
  }

  private void awaitEnd(long order) {
    Awaitility.await("order " + order + " ends")
        .atMost(Duration.ofSeconds(90))
        .until(() -> status(order), List.of("PAID", "CANCELLED")::contains);
  }

  /** A late charge goes back after the order has ended. */
  private void awaitMoneyBack(long order) {
    Awaitility.await("the money of order " + order + " is back")
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () -> assertThat(provider.refunds(order)).isEqualTo(provider.charges(order)));
  }

  private static List<Integer> answers(int count, Callable<Integer> request) {
    return run(Collections.nCopies(count, request), count);
  }

  private static <T> List<T> run(List<Callable<T>> calls, int atOnce) {
    try (var threads = Executors.newFixedThreadPool(atOnce)) {
      List<T> results = new ArrayList<>();
      for (Future<T> call : threads.invokeAll(calls)) {
        results.add(call.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("a call in parallel failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for the calls in parallel", e);
    }
  }
}
