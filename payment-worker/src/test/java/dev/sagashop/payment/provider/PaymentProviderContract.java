package dev.sagashop.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every payment provider must show. A provider extends it, and says how it is made to
 * misbehave and what it remembers.
 */
public abstract class PaymentProviderContract {

  /** Keys of a run are not those of another: some providers remember for ever. */
  private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis());

  private static final Money PRICE = Money.of("84.97");
  private static final int CALLERS = 20;

  /** Money that moved, in the provider's own words. */
  public record Movement(Kind kind, Money amount) {

    /** Which way it moved. */
    public enum Kind {
      CHARGE,
      REFUND
    }

    static Movement charge(Money amount) {
      return new Movement(Kind.CHARGE, amount);
    }

    static Movement refund(String amount) {
      return new Movement(Kind.REFUND, Money.of(amount));
    }
  }

  /** What is tried. The same one during a test. */
  protected abstract PaymentProvider provider();

  /** Ends whatever the methods below began. */
  protected abstract void workAgain();

  protected abstract void declineNextCharge();

  /** Until {@link #workAgain}. */
  protected abstract void refuseRefunds();

  /** Makes the next call move the money, if it may, and then give no answer. */
  protected abstract void loseNextReply();

  /** Until {@link #workAgain}, nobody is answered and nothing is done. */
  protected abstract void becomeUnreachable();

  /** What moved for an order, as the provider itself remembers it, first things first. */
  protected abstract List<Movement> movements(OrderId orderId);

  /** Whether a charge has an object of its own before money moves, so that it can be named. */
  protected boolean namesObjectsFirst() {
    return false;
  }

  @AfterEach
  void work() {
    workAgain();
  }

  @Test
  void aKeyChargesOnce() {
    ProviderCharge charge = newCharge();

    ChargeResult first = charge(charge);
    ChargeResult second = charge(charge);

    assertThat(first).isInstanceOf(ChargeResult.Succeeded.class);
    assertThat(second).isEqualTo(first);
    assertThat(movements(charge.orderId())).containsExactly(Movement.charge(PRICE));
  }

  @Test
  void aKeyThatIsChargedByManyAtOnceChargesOnce() throws Exception {
    ProviderCharge charge = newCharge();

    List<ChargeResult> results = atOnce(Collections.nCopies(CALLERS, () -> charge(charge)));

    assertThat(results).hasSize(CALLERS).hasOnlyElementsOfType(ChargeResult.Succeeded.class);
    assertThat(results.stream().distinct()).hasSize(1);
    assertThat(movements(charge.orderId())).containsExactly(Movement.charge(PRICE));
  }

  @Test
  void aDeclineHasAReasonAndIsFinal() {
    ProviderCharge charge = newCharge();
    declineNextCharge();

    ChargeResult first = charge(charge);
    workAgain();
    ChargeResult second = charge(charge);

    assertThat(first)
        .isInstanceOfSatisfying(
            ChargeResult.Declined.class, declined -> assertThat(declined.reason()).isNotBlank());
    assertThat(second).isEqualTo(first);
    assertThat(movements(charge.orderId())).isEmpty();
  }

  @Test
  void aVoidFencesAChargeThatComesLater() {
    ProviderCharge charge = newCharge();

    assertThat(provider().voidCharge(charge)).isEqualTo(new VoidResult.Voided());

    assertThat(charge(charge)).isEqualTo(new ChargeResult.Voided());
    assertThat(provider().voidCharge(charge)).isEqualTo(new VoidResult.Voided());
    assertThat(movements(charge.orderId())).isEmpty();
  }

  @Test
  void aVoidFindsAChargeThatCameEarlier() {
    ProviderCharge charge = newCharge();
    ChargeResult charged = charge(charge);

    VoidResult voided = provider().voidCharge(charge);

    assertThat(voided).isInstanceOf(VoidResult.AlreadyCharged.class);
    assertThat(charged)
        .isEqualTo(new ChargeResult.Succeeded(((VoidResult.AlreadyCharged) voided).reference()));
    assertThat(movements(charge.orderId())).containsExactly(Movement.charge(PRICE));
  }

  @Test
  void aVoidOfADeclinedChargeHasNothingToUndo() {
    ProviderCharge charge = newCharge();
    declineNextCharge();
    charge(charge);

    assertThat(provider().voidCharge(charge)).isEqualTo(new VoidResult.Voided());
    assertThat(movements(charge.orderId())).isEmpty();
  }

  @Test
  void aVoidThatMeetsAChargeAgreesWithIt() throws Exception {
    for (int round = 0; round < CALLERS; round++) {
      ProviderCharge charge = newCharge();
      List<Object> results =
          atOnce(List.of(() -> charge(charge), () -> provider().voidCharge(charge)));

      if (results.contains(new VoidResult.Voided())) {
        assertThat(results).contains(new ChargeResult.Voided());
        assertThat(movements(charge.orderId())).isEmpty();
      } else {
        assertThat(results).hasAtLeastOneElementOfType(ChargeResult.Succeeded.class);
        assertThat(movements(charge.orderId())).containsExactly(Movement.charge(PRICE));
      }
    }
  }

  @Test
  void aKeyRefundsOnce() {
    ProviderCharge charge = charged();
    ProviderRefund refund = refund(charge, 1, "10.00");

    RefundResult first = provider().refund(refund);
    RefundResult second = provider().refund(refund);

    assertThat(first).isInstanceOf(RefundResult.Succeeded.class);
    assertThat(second).isEqualTo(first);
    assertThat(movements(charge.orderId()))
        .containsExactly(Movement.charge(PRICE), Movement.refund("10.00"));
  }

  @Test
  void refundsThatMeetNeverExceedTheCharge() throws Exception {
    ProviderCharge charge = charged();
    List<Callable<RefundResult>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      ProviderRefund refund = refund(charge, i, "10.00");
      calls.add(() -> provider().refund(refund));
    }

    List<RefundResult> results = atOnce(calls);

    assertThat(results).filteredOn(RefundResult.Succeeded.class::isInstance).hasSize(8);
    assertThat(results)
        .filteredOn(RefundResult.Refused.class::isInstance)
        .hasSize(CALLERS - 8)
        .allSatisfy(result -> assertThat(((RefundResult.Refused) result).reason()).isNotBlank());
    assertThat(movements(charge.orderId()))
        .containsOnly(Movement.charge(PRICE), Movement.refund("10.00"))
        .hasSize(1 + 8);
  }

  @Test
  void aRefundNeedsAChargeThatSucceeded() {
    ProviderCharge voided = newCharge();
    provider().voidCharge(voided);

    assertThat(provider().refund(refund(voided, 1, "10.00")))
        .isInstanceOf(RefundResult.Refused.class);
    assertThat(movements(voided.orderId())).isEmpty();
  }

  @Test
  void aRefusedRefundStaysRefusedAndAnotherKeySucceeds() {
    ProviderCharge charge = charged();
    refuseRefunds();
    RefundResult refused = provider().refund(refund(charge, 1, "84.97"));
    workAgain();

    assertThat(refused).isInstanceOf(RefundResult.Refused.class);
    assertThat(provider().refund(refund(charge, 1, "84.97"))).isEqualTo(refused);
    assertThat(provider().refund(refund(charge, 2, "84.97")))
        .isInstanceOf(RefundResult.Succeeded.class);
    assertThat(movements(charge.orderId()))
        .containsExactly(Movement.charge(PRICE), Movement.refund("84.97"));
  }

  @Test
  void aLostReplyToAChargeIsSettledByTheSameKey() {
    ProviderCharge charge = newCharge();
    loseNextReply();
    assertThatThrownBy(() -> charge(charge)).isInstanceOf(ProviderUnreachable.class);

    assertThat(charge(charge)).isInstanceOf(ChargeResult.Succeeded.class);
    assertThat(movements(charge.orderId())).containsExactly(Movement.charge(PRICE));
  }

  @Test
  void aLostReplyToAVoidIsSettledByTheSameKey() {
    ProviderCharge charge = newCharge();
    loseNextReply();
    assertThatThrownBy(() -> provider().voidCharge(charge)).isInstanceOf(ProviderUnreachable.class);

    assertThat(charge(charge)).isEqualTo(new ChargeResult.Voided());
    assertThat(movements(charge.orderId())).isEmpty();
  }

  @Test
  void aLostReplyToARefundIsSettledByTheSameKey() {
    ProviderCharge charge = charged();
    ProviderRefund refund = refund(charge, 1, "84.97");
    loseNextReply();
    assertThatThrownBy(() -> provider().refund(refund)).isInstanceOf(ProviderUnreachable.class);

    assertThat(provider().refund(refund)).isInstanceOf(RefundResult.Succeeded.class);
    assertThat(movements(charge.orderId()))
        .containsExactly(Movement.charge(PRICE), Movement.refund("84.97"));
  }

  @Test
  void silenceIsNoDecision() {
    ProviderCharge charge = newCharge();
    ProviderCharge known = charged();
    becomeUnreachable();

    assertThatThrownBy(() -> charge(charge)).isInstanceOf(ProviderUnreachable.class);
    assertThatThrownBy(() -> provider().voidCharge(charge)).isInstanceOf(ProviderUnreachable.class);
    assertThatThrownBy(() -> provider().refund(refund(known, 1, "84.97")))
        .isInstanceOf(ProviderUnreachable.class);
    workAgain();

    assertThat(movements(charge.orderId())).isEmpty();
    assertThat(movements(known.orderId())).containsExactly(Movement.charge(PRICE));
    assertThat(charge(charge)).isInstanceOf(ChargeResult.Succeeded.class);
    assertThat(provider().refund(refund(known, 1, "84.97")))
        .isInstanceOf(RefundResult.Succeeded.class);
  }

  @Test
  void anObjectThatExistsBeforeTheMoneyMovesIsNamedBeforeItMoves() {
    ProviderCharge charge = newCharge();
    List<String> named = new ArrayList<>();

    ChargeResult result =
        provider()
            .charge(
                charge,
                objectId -> {
                  assertThat(movements(charge.orderId())).isEmpty();
                  named.add(objectId);
                });

    assertThat(named).hasSize(namesObjectsFirst() ? 1 : 0);
    ProviderCharge repeated =
        new ProviderCharge(
            charge.key(),
            charge.orderId(),
            charge.customerId(),
            charge.amount(),
            named.stream().findFirst().orElse(null));
    assertThat(charge(repeated)).isEqualTo(result);
    assertThat(movements(charge.orderId())).containsExactly(Movement.charge(PRICE));
  }

  private ChargeResult charge(ProviderCharge charge) {
    return provider().charge(charge, _ -> {});
  }

  private ProviderCharge charged() {
    ProviderCharge charge = newCharge();
    assertThat(charge(charge)).isInstanceOf(ChargeResult.Succeeded.class);
    return charge;
  }

  private static ProviderCharge newCharge() {
    OrderId order = new OrderId(NUMBERS.incrementAndGet());
    return new ProviderCharge("charge:" + order, order, 7L, PRICE, null);
  }

  private static ProviderRefund refund(ProviderCharge charge, int number, String amount) {
    return new ProviderRefund(
        "refund:%s:%d".formatted(charge.orderId(), number), charge, Money.of(amount));
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
