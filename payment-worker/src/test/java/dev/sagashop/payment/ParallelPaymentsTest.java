package dev.sagashop.payment;

import static dev.sagashop.payment.PaymentFixture.charge;
import static dev.sagashop.payment.PaymentFixture.newOrder;
import static dev.sagashop.payment.PaymentFixture.newRefund;
import static dev.sagashop.payment.PaymentFixture.refund;
import static dev.sagashop.payment.PaymentFixture.voidOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.payment.ChargeAnswer;
import dev.sagashop.activities.payment.RefundAnswer;
import dev.sagashop.activities.payment.VoidAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that meet: each movement happens once, and everybody gets the same answer. */
class ParallelPaymentsTest {

  private static final int CALLERS = 20;
  private static final int RACES = 200;

  private static final PaymentFixture fixture = new PaymentFixture();

  @AfterEach
  void theBooksAgree() {
    fixture.booksAgree();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Test
  void twentyParallelChargesOfAnOrderChargeOnce() throws Exception {
    OrderId order = newOrder();

    List<ChargeAnswer> answers =
        atOnce(Collections.nCopies(CALLERS, () -> fixture.payments().charge(charge(order))));

    assertThat(answers).hasSize(CALLERS).hasOnlyElementsOfType(ChargeAnswer.Charged.class);
    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(fixture.simulator().captured(order)).isEqualTo(PaymentFixture.PRICE);
    assertThat(fixture.topics(order)).containsExactly("payment-success");
  }

  @Test
  void twentyParallelRepeatsOfARefundGiveTheMoneyBackOnce() throws Exception {
    OrderId order = newOrder();
    RefundId refund = newRefund();
    fixture.payments().charge(charge(order));

    List<RefundAnswer> answers =
        atOnce(
            Collections.nCopies(
                CALLERS, () -> fixture.payments().refund(refund(refund, order, "84.97"))));

    assertThat(answers).containsOnly(new RefundAnswer.Refunded());
    assertThat(fixture.simulator().refunded(order)).isEqualTo(PaymentFixture.PRICE);
    assertThat(fixture.topics(order)).containsExactly("payment-success", "refund-success");
  }

  @Test
  void twentyParallelPartialRefundsNeverExceedWhatWasCaptured() throws Exception {
    OrderId order = newOrder();
    fixture.payments().charge(charge(order));
    List<Callable<RefundAnswer>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      RefundId refund = newRefund();
      calls.add(() -> fixture.payments().refund(refund(refund, order, "10.00")));
    }

    List<RefundAnswer> answers = atOnce(calls);

    assertThat(answers).filteredOn(RefundAnswer.Refunded.class::isInstance).hasSize(8);
    assertThat(fixture.simulator().refunded(order)).isEqualTo(Money.of("80.00"));
    assertThat(fixture.status(order)).isEqualTo("COMPLETED");
  }

  @Test
  void aFenceThatMeetsAChargeIsDecidedOnceAndForBoth() throws Exception {
    int charged = 0;
    for (int round = 0; round < RACES; round++) {
      OrderId order = newOrder();
      Callable<Object> charging = () -> fixture.payments().charge(charge(order));
      Callable<Object> voiding = () -> fixture.payments().voidCharge(voidOf(order));
      boolean chargeFirst = round % 2 == 0;
      List<Object> answers =
          atOnce(chargeFirst ? List.of(charging, voiding) : List.of(voiding, charging));

      if (answers.contains(new VoidAnswer.Voided())) {
        assertThat(answers).contains(new ChargeAnswer.VoidedBefore());
        assertThat(fixture.simulator().captured(order)).isEqualTo(Money.zero());
      } else {
        charged++;
        assertThat(answers).hasAtLeastOneElementOfType(ChargeAnswer.Charged.class);
        assertThat(answers).hasAtLeastOneElementOfType(VoidAnswer.AlreadyCharged.class);
        assertThat(fixture.simulator().captured(order)).isEqualTo(PaymentFixture.PRICE);
      }
    }
    System.out.printf("%d races: %d charged, %d voided%n", RACES, charged, RACES - charged);
  }

  @Test
  void aFenceThatArrivesBeforeTheProviderChargedVoidsTheChargeUnderWay() {
    OrderId order = newOrder();
    AtomicReference<VoidAnswer> voided = new AtomicReference<>();
    fixture
        .provider()
        .beforeNextCall(() -> voided.set(fixture.payments().voidCharge(voidOf(order))));

    ChargeAnswer answer = fixture.payments().charge(charge(order));

    assertThat(answer).isEqualTo(new ChargeAnswer.VoidedBefore());
    assertThat(voided).hasValue(new VoidAnswer.Voided());
    assertThat(fixture.topics(order)).containsExactly("payment-failed");
    assertThat(fixture.simulator().captured(order)).isEqualTo(Money.zero());
  }

  @Test
  void aFenceThatArrivesAfterTheProviderChargedFindsTheCharge() {
    OrderId order = newOrder();
    AtomicReference<VoidAnswer> voided = new AtomicReference<>();
    fixture
        .provider()
        .afterNextCall(() -> voided.set(fixture.payments().voidCharge(voidOf(order))));

    ChargeAnswer answer = fixture.payments().charge(charge(order));

    assertThat(answer).isInstanceOf(ChargeAnswer.Charged.class);
    assertThat(voided.get()).isInstanceOf(VoidAnswer.AlreadyCharged.class);
    assertThat(fixture.topics(order)).containsExactly("payment-success");
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> call : calls) {
        futures.add(
            callers.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      start.countDown();
      List<T> answers = new ArrayList<>();
      for (Future<T> future : futures) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
