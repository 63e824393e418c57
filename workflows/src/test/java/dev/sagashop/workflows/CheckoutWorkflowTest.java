package dev.sagashop.workflows;

import static dev.sagashop.workflows.SagaWorld.DEADLINE;
import static dev.sagashop.workflows.SagaWorld.LAPTOP;
import static dev.sagashop.workflows.SagaWorld.ON_SHELF;
import static dev.sagashop.workflows.SagaWorld.ORDER;
import static dev.sagashop.workflows.SagaWorld.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.inventory.FakeInventory;
import dev.sagashop.activities.inventory.ReleaseReason;
import dev.sagashop.activities.inventory.ReleaseStock;
import dev.sagashop.activities.order.AwaitPayment;
import dev.sagashop.activities.order.CancelReason;
import dev.sagashop.activities.order.MarkPaid;
import dev.sagashop.activities.payment.FakePayments;
import dev.sagashop.activities.payment.VoidCharge;
import dev.sagashop.workflows.checkout.CheckoutOutcome.Cancelled;
import dev.sagashop.workflows.checkout.CheckoutOutcome.Paid;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckoutWorkflowTest {

  private final SagaWorld world = new SagaWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void paysAnOrderThatIsInStock() {
    assertThat(world.checkout()).isEqualTo(new Paid());

    assertThat(world.orders.status(ORDER)).isEqualTo("PAID");
    assertThat(world.inventory.reserved(LAPTOP)).isEqualTo(2);
    assertThat(world.payments.captured(ORDER)).isEqualTo(TOTAL);
    assertThat(world.payments.charges()).hasSize(1);
  }

  @Test
  void showsTheDeadlineInTheOrder() {
    long before = world.environment.currentTimeMillis();
    world.checkout();

    assertThat(world.orders.expiresAt(ORDER))
        .isNotNull()
        .satisfies(
            expiry ->
                assertThat(expiry.toEpochMilli())
                    .isBetween(before + DEADLINE.toMillis(), before + 2 * DEADLINE.toMillis()));
  }

  @Test
  void cancelsWhenTheStockIsShortAndNeverCharges() {
    WorkflowStub checkout =
        world.startCheckout(new LineItem(1, LAPTOP, ON_SHELF + 1, Money.of("10.00")));

    assertThat(world.outcome(checkout))
        .isEqualTo(
            new Cancelled(
                CancelReason.OUT_OF_STOCK,
                "Insufficient stock for productId=1, requested=11, available=10"));
    assertThat(world.payments.isFenced(ORDER)).isTrue();
    endsUnpaidAndBalanced();
  }

  @Test
  void cancelsWhenNobodyEverCountedTheProduct() {
    WorkflowStub checkout =
        world.startCheckout(new LineItem(99, Sku.ofProduct(99), 1, Money.of("10.00")));

    assertThat(world.outcome(checkout))
        .isEqualTo(
            new Cancelled(CancelReason.OUT_OF_STOCK, "Inventory not found for productId=99"));
    endsUnpaidAndBalanced();
  }

  @Test
  void releasesStockWhenTheCardIsDeclined() {
    world.payments.declineNext("CARD_EXPIRED");

    assertThat(world.checkout())
        .isEqualTo(new Cancelled(CancelReason.PAYMENT_DECLINED, "CARD_EXPIRED"));
    assertThat(world.orders.cancelReason(ORDER)).isEqualTo("PAYMENT_DECLINED");
    endsUnpaidAndBalanced();
  }

  @Test
  void chargesOnceWhenTheReplyIsLost() {
    world.payments.loseNextReplies(FakePayments.Step.CHARGE, 3);

    assertThat(world.checkout()).isEqualTo(new Paid());
    assertThat(world.payments.charges()).hasSize(1);
  }

  @Test
  void reservesOnceWhenTheAnswerIsLost() {
    world.inventory.loseNextAnswer(
        FakeInventory.Step.RESERVE, 3, () -> new IllegalStateException("reply lost"));

    assertThat(world.checkout()).isEqualTo(new Paid());
    assertThat(world.inventory.reserved(LAPTOP)).isEqualTo(2);
  }

  @Test
  void marksItselfAfterAFailedRoundAndGoesOnUntilPaid() {
    world.payments.failNext(FakePayments.Step.CHARGE, 25);
    WorkflowStub checkout = world.startCheckout();

    world.environment.sleep(Rounds.LENGTH.plusSeconds(2));
    await().until(() -> world.needsAttention(checkout));

    assertThat(world.outcome(checkout)).isEqualTo(new Paid());
    assertThat(world.needsAttention(checkout)).isFalse();
    assertThat(world.payments.charges()).hasSize(1);
  }

  @Test
  void expiresWhenThePaymentStaysUndecided() {
    world.payments.failNext(FakePayments.Step.CHARGE, 100_000);

    assertThat(world.checkout())
        .isInstanceOfSatisfying(
            Cancelled.class,
            cancelled -> assertThat(cancelled.reason()).isEqualTo(CancelReason.PAYMENT_EXPIRED));
    assertThat(world.payments.isFenced(ORDER)).isTrue();
    endsUnpaidAndBalanced();
  }

  @Test
  void sendsTheMoneyBackWhenAChargeOfUnknownOutcomeHadSucceededAtTheDeadline() {
    world.payments.loseNextReplies(FakePayments.Step.CHARGE, 100_000);

    assertThat(world.checkout()).isInstanceOf(Cancelled.class);
    assertThat(world.orders.status(ORDER)).isEqualTo("CANCELLED");
    assertThat(world.inventory.available(LAPTOP)).isEqualTo(ON_SHELF);
    refundsWhatWasCaptured();
  }

  @Test
  void stopsBeforeTheReservationWhenTheCustomerCancelled() {
    world.orders.cancelByCustomer(ORDER);

    assertThat(world.checkout())
        .isInstanceOfSatisfying(
            Cancelled.class,
            cancelled ->
                assertThat(cancelled.reason()).isEqualTo(CancelReason.CANCELLED_ON_REQUEST));
    endsUnpaidAndBalanced();
  }

  @Test
  void refusesAReservationThatIsOvertakenByItsRelease() {
    world.inventory.before(
        FakeInventory.Step.RESERVE,
        _ -> {
          world.cancelByCustomer();
          await().until(() -> world.inventory.calls(FakeInventory.Step.RELEASE) > 0);
        });

    assertThat(world.checkout()).isInstanceOf(Cancelled.class);
    endsUnpaidAndBalanced();
  }

  @Test
  void refusesAChargeThatIsOvertakenByItsVoid() {
    world.payments.beforeNextCharge(
        () -> {
          world.cancelByCustomer();
          await().until(() -> world.payments.isFenced(ORDER));
        });

    assertThat(world.checkout()).isInstanceOf(Cancelled.class);
    endsUnpaidAndBalanced();
  }

  @Test
  void sendsTheMoneyBackWhenTheCustomerCancelsAChargeThatHadSucceeded() {
    world.payments.loseNextReplies(FakePayments.Step.CHARGE, 100_000);
    WorkflowStub checkout = world.startCheckout();
    world.environment.sleep(Duration.ofSeconds(30));

    world.cancelByCustomer();

    assertThat(world.outcome(checkout)).isInstanceOf(Cancelled.class);
    assertThat(world.payments.captured(ORDER)).isEqualTo(TOTAL);
    assertThat(world.inventory.available(LAPTOP)).isEqualTo(ON_SHELF);
    refundsWhatWasCaptured();
  }

  @Test
  void learnsOfACancelWhoseSignalWasLostAtItsNextStep() {
    world.payments.beforeNextCharge(() -> world.orders.cancelByCustomer(ORDER));

    assertThat(world.checkout()).isInstanceOf(Cancelled.class);
    assertThat(world.orders.status(ORDER)).isEqualTo("CANCELLED");
    assertThat(world.inventory.available(LAPTOP)).isEqualTo(ON_SHELF);
    assertThat(world.orders.refundsOf(ORDER)).hasSize(1);
    refundsWhatWasCaptured();
  }

  @Test
  void doesNotWaitForABrokenStepWhenTheCustomerCancels() {
    world.payments.failNext(FakePayments.Step.CHARGE, 100_000);
    WorkflowStub checkout = world.startCheckout();
    world.environment.sleep(Duration.ofSeconds(10));

    world.cancelByCustomer();

    // No time is skipped here, so the round of the charge still has most of its minute to run.
    await().until(() -> world.payments.isFenced(ORDER));
    assertThat(world.outcome(checkout)).isInstanceOf(Cancelled.class);
    endsUnpaidAndBalanced();
  }

  @Test
  void takesACancelledRunForTheCustomersCancel() {
    world.payments.failNext(FakePayments.Step.CHARGE, 100_000);
    WorkflowStub checkout = world.startCheckout();
    world.environment.sleep(Duration.ofSeconds(30));

    checkout.cancel();

    endsAsCancelledRun(checkout);
    assertThat(world.orders.topics(ORDER)).contains("order-cancelled");
    endsUnpaidAndBalanced();
  }

  @Test
  void retriesARefusedReleaseUntilItIsDecided() {
    world.payments.declineNext("NO_FUNDS");
    world.inventory.failNext(
        FakeInventory.Step.RELEASE, 60, () -> new IllegalStateException("inventory is down"));
    WorkflowStub checkout = world.startCheckout();

    world.environment.sleep(Rounds.LENGTH.plusSeconds(2));
    await().until(() -> world.needsAttention(checkout));

    assertThat(world.outcome(checkout)).isInstanceOf(Cancelled.class);
    endsUnpaidAndBalanced();
  }

  @Test
  void voidsTheChargeEvenWhileTheReleaseIsInTrouble() {
    world.payments.failNext(FakePayments.Step.CHARGE, 100_000);
    world.inventory.failNext(
        FakeInventory.Step.RELEASE, 60, () -> new IllegalStateException("inventory is down"));
    WorkflowStub checkout = world.startCheckout();
    world.environment.sleep(Duration.ofSeconds(10));
    world.cancelByCustomer();

    await().until(() -> world.payments.isFenced(ORDER));
    assertThat(world.inventory.available(LAPTOP)).isLessThan(ON_SHELF);
    assertThat(world.outcome(checkout)).isInstanceOf(Cancelled.class);
    endsUnpaidAndBalanced();
  }

  @Test
  void letsARecordedSuccessWin() {
    world.orders.awaitPayment(new AwaitPayment(ORDER, Instant.EPOCH));
    world.orders.markPaid(new MarkPaid(ORDER, "paid-by-an-earlier-run"));
    world.inventory.failNext(
        FakeInventory.Step.RESERVE, 100_000, () -> new IllegalStateException("down"));
    WorkflowStub checkout = world.startCheckout();
    world.environment.sleep(Duration.ofSeconds(10));

    checkout.cancel();

    endsAsCancelledRun(checkout);
    assertThat(world.orders.status(ORDER)).isEqualTo("PAID");
  }

  @Test
  void respectsTheTombstonesOfAnEarlierRun() {
    world.inventory.releaseStock(new ReleaseStock(ORDER, ReleaseReason.ORDER_CANCELLED));
    world.payments.voidCharge(new VoidCharge(ORDER, "an earlier run"));

    assertThat(world.checkout()).isInstanceOf(Cancelled.class);
    endsUnpaidAndBalanced();
  }

  @Test
  void keepsItsBookThroughALongerOutageOfTheOrderDatabase() {
    world.failuresOfOrderBook.set(30);
    WorkflowStub checkout = world.startCheckout();

    world.environment.sleep(Duration.ofMinutes(2));
    assertThat(world.outcome(checkout)).isEqualTo(new Paid());
    assertThat(world.orders.status(ORDER)).isEqualTo("PAID");
    assertThat(world.payments.charges()).hasSize(1);
  }

  private void endsAsCancelledRun(WorkflowStub checkout) {
    assertThatThrownBy(() -> world.outcome(checkout))
        .isInstanceOf(WorkflowFailedException.class)
        .hasCauseInstanceOf(CanceledFailure.class);
  }

  private void endsUnpaidAndBalanced() {
    assertThat(world.orders.status(ORDER)).isEqualTo("CANCELLED");
    assertThat(world.inventory.reserved(LAPTOP)).isZero();
    assertThat(world.inventory.available(LAPTOP)).isEqualTo(ON_SHELF);
    assertThat(world.payments.captured(ORDER)).isEqualTo(Money.zero());
  }

  /** Runs the refund that the checkout asked for, if any money had moved. */
  private void refundsWhatWasCaptured() {
    for (var refundId : world.orders.refundsOf(ORDER)) {
      world.startRefund(refundId, false).getResult(Object.class);
      assertThat(world.orders.refundStatus(refundId)).isEqualTo("SUCCEEDED");
    }
    assertThat(world.payments.refunded(ORDER)).isEqualTo(world.payments.captured(ORDER));
    assertThat(world.orders.status(ORDER)).isEqualTo("CANCELLED");
  }
}
