package dev.sagashop.activities.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of the order's bookkeeping. The fake and the real book pass the same ones. */
public abstract class OrderActivitiesContract {

  private static final Instant DEADLINE = Instant.parse("2040-01-02T03:04:05Z");
  private static final Money TOTAL = Money.of("84.97");

  protected abstract OrderActivities activities();

  /** Stores a new order, as a customer's request does. */
  protected abstract OrderId place(Money total);

  /** Cancels as a customer's request does: unpaid orders end, paid ones get a full refund. */
  protected abstract void cancelByCustomer(OrderId orderId);

  /** Asks for a part of a paid order's money, as the staff's request does. */
  protected abstract RefundId requestPart(OrderId orderId, Money amount);

  /** What sagas noted in the timeline, oldest first. */
  protected abstract List<String> notes(OrderId orderId);

  protected abstract String status(OrderId orderId);

  protected abstract @Nullable String cancelReason(OrderId orderId);

  /** All refunds of the order, oldest first. */
  protected abstract List<RefundId> refundsOf(OrderId orderId);

  protected abstract String refundStatus(RefundId refundId);

  /** Topics of the order's events, in the order in which they were appended. */
  protected abstract List<String> topics(OrderId orderId);

  @Test
  void goesFromCreatedOverPaymentPendingToPaid() {
    OrderId order = place(TOTAL);
    assertThat(status(order)).isEqualTo("CREATED");

    assertThat(awaitPayment(order)).isEqualTo(StepAnswer.DONE);
    assertThat(status(order)).isEqualTo("PAYMENT_PENDING");

    assertThat(markPaid(order)).isEqualTo(StepAnswer.DONE);
    assertThat(status(order)).isEqualTo("PAID");
    assertThat(topics(order)).containsExactly("order-created");
  }

  @Test
  void answersDoneToRepeatedSteps() {
    OrderId order = place(TOTAL);

    assertThat(awaitPayment(order)).isEqualTo(StepAnswer.DONE);
    assertThat(awaitPayment(order)).isEqualTo(StepAnswer.DONE);
    assertThat(markPaid(order)).isEqualTo(StepAnswer.DONE);
    assertThat(markPaid(order)).isEqualTo(StepAnswer.DONE);
    assertThat(awaitPayment(order)).isEqualTo(StepAnswer.DONE);

    assertThat(status(order)).isEqualTo("PAID");
  }

  @Test
  void recordsThePaymentOfAnOrderWhoseWaitingWasNeverRecorded() {
    OrderId order = place(TOTAL);

    assertThat(markPaid(order)).isEqualTo(StepAnswer.DONE);

    assertThat(status(order)).isEqualTo("PAID");
  }

  @Test
  void tellsEveryStepThatTheCustomerCancelledBefore() {
    OrderId order = place(TOTAL);
    cancelByCustomer(order);

    assertThat(awaitPayment(order)).isEqualTo(StepAnswer.CANCELLED_BEFORE);
    assertThat(markPaid(order)).isEqualTo(StepAnswer.CANCELLED_BEFORE);

    assertThat(status(order)).isEqualTo("CANCELLED");
    assertThat(refundsOf(order)).isEmpty();
    assertThat(topics(order)).containsExactly("order-created", "order-cancelled");
  }

  @Test
  void answersDoneToARepeatedPaymentAfterThePaidOrderWasCancelled() {
    OrderId order = paid();
    cancelByCustomer(order);

    assertThat(markPaid(order)).isEqualTo(StepAnswer.DONE);
    assertThat(awaitPayment(order)).isEqualTo(StepAnswer.DONE);

    assertThat(status(order)).isEqualTo("REFUND_PENDING");
  }

  @Test
  void cancelsAnUnpaidOrderWithoutTellingConsumersOfFailuresOfTheSaga() {
    OrderId order = place(TOTAL);

    assertThat(cancel(order, CancelReason.OUT_OF_STOCK)).isEqualTo(CancelAnswer.CANCELLED);

    assertThat(status(order)).isEqualTo("CANCELLED");
    assertThat(cancelReason(order)).isEqualTo("OUT_OF_STOCK");
    assertThat(topics(order)).containsExactly("order-created");
  }

  @Test
  void tellsConsumersWhenSomebodyAskedToCancelTheRun() {
    OrderId order = place(TOTAL);
    awaitPayment(order);

    assertThat(cancel(order, CancelReason.CANCELLED_ON_REQUEST)).isEqualTo(CancelAnswer.CANCELLED);
    assertThat(cancel(order, CancelReason.CANCELLED_ON_REQUEST)).isEqualTo(CancelAnswer.CANCELLED);

    assertThat(topics(order)).containsExactly("order-created", "order-cancelled");
  }

  @Test
  void keepsTheFirstReasonOfACancelledOrder() {
    OrderId order = place(TOTAL);
    cancelByCustomer(order);

    assertThat(cancel(order, CancelReason.PAYMENT_EXPIRED)).isEqualTo(CancelAnswer.CANCELLED);

    assertThat(cancelReason(order)).isEqualTo("CANCELLED_ON_REQUEST");
    assertThat(topics(order)).containsExactly("order-created", "order-cancelled");
  }

  @Test
  void refusesToCancelAnOrderThatIsPaid() {
    OrderId order = paid();

    assertThat(cancel(order, CancelReason.PAYMENT_EXPIRED)).isEqualTo(CancelAnswer.PAID_BEFORE);

    assertThat(status(order)).isEqualTo("PAID");
    assertThat(cancelReason(order)).isNull();
  }

  @Test
  void saysThatAnOrderWasPaidEvenAfterItsMoneyWentBack() {
    OrderId order = paid();
    cancelByCustomer(order);
    activities().completeRefund(new CompleteRefund(refundsOf(order).getFirst()));

    assertThat(cancel(order, CancelReason.PAYMENT_EXPIRED)).isEqualTo(CancelAnswer.PAID_BEFORE);
    assertThat(markPaid(order)).isEqualTo(StepAnswer.DONE);

    assertThat(status(order)).isEqualTo("CANCELLED");
  }

  @Test
  void requestsTheRefundOfALateChargeOnce() {
    OrderId order = place(TOTAL);
    cancelByCustomer(order);

    RefundId first = requestRefund(order);
    RefundId second = requestRefund(order);

    assertThat(second).isEqualTo(first);
    assertThat(refundsOf(order)).containsExactly(first);
    assertThat(refundStatus(first)).isEqualTo("REQUESTED");
    assertThat(status(order)).isEqualTo("CANCELLED");
    assertThat(topics(order)).containsExactly("order-created", "order-cancelled");
  }

  @Test
  void sendsNoMoneyBackForAnOrderThatIsNotCancelled() {
    OrderId waiting = place(TOTAL);
    OrderId paid = paid();

    assertThatThrownBy(() -> requestRefund(waiting)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> requestRefund(paid)).isInstanceOf(IllegalStateException.class);

    assertThat(refundsOf(waiting)).isEmpty();
    assertThat(refundsOf(paid)).isEmpty();
  }

  @Test
  void leavesACancelledOrderCancelledWhenItsLateChargeIsBack() {
    OrderId order = place(TOTAL);
    cancel(order, CancelReason.PAYMENT_EXPIRED);
    RefundId refund = requestRefund(order);

    assertThat(failRefund(refund, 1)).isEqualTo(StepAnswer.DONE);
    assertThat(refundStatus(refund)).isEqualTo("FAILED");
    assertThat(status(order)).isEqualTo("CANCELLED");

    assertThat(completeRefund(refund)).isEqualTo(StepAnswer.DONE);
    assertThat(refundStatus(refund)).isEqualTo("SUCCEEDED");
    assertThat(status(order)).isEqualTo("CANCELLED");
    assertThat(cancelReason(order)).isEqualTo("PAYMENT_EXPIRED");
  }

  @Test
  void closesAPaidOrderWhenItsFullRefundIsBack() {
    OrderId order = paid();
    cancelByCustomer(order);
    assertThat(status(order)).isEqualTo("REFUND_PENDING");
    assertThat(topics(order))
        .containsExactly("order-created", "order-cancelled", "refund-requested");
    RefundId refund = refundsOf(order).getFirst();

    assertThat(completeRefund(refund)).isEqualTo(StepAnswer.DONE);
    assertThat(completeRefund(refund)).isEqualTo(StepAnswer.DONE);

    assertThat(refundStatus(refund)).isEqualTo("SUCCEEDED");
    assertThat(status(order)).isEqualTo("CANCELLED");
    assertThat(refundsOf(order)).containsExactly(refund);
  }

  @Test
  void parksAPaidOrderWhenItsFullRefundIsRefused() {
    OrderId order = paid();
    cancelByCustomer(order);
    RefundId refund = refundsOf(order).getFirst();

    assertThat(failRefund(refund, 1)).isEqualTo(StepAnswer.DONE);
    assertThat(failRefund(refund, 1)).isEqualTo(StepAnswer.DONE);

    assertThat(refundStatus(refund)).isEqualTo("FAILED");
    assertThat(status(order)).isEqualTo("REFUND_FAILED");
  }

  @Test
  void closesTheOrderWhenALaterAttemptSucceedsAfterARefusal() {
    OrderId order = paid();
    cancelByCustomer(order);
    RefundId refund = refundsOf(order).getFirst();
    failRefund(refund, 1);

    completeRefund(refund);
    assertThat(failRefund(refund, 1)).isEqualTo(StepAnswer.DONE);

    assertThat(refundStatus(refund)).isEqualTo("SUCCEEDED");
    assertThat(status(order)).isEqualTo("CANCELLED");
  }

  @Test
  void opensARefusedRefundOnceForEachFurtherAttempt() {
    OrderId order = paid();
    cancelByCustomer(order);
    RefundId refund = refundsOf(order).getFirst();
    failRefund(refund, 1);

    assertThat(reopenRefund(refund, 2)).isEqualTo(StepAnswer.DONE);
    assertThat(reopenRefund(refund, 2)).isEqualTo(StepAnswer.DONE);
    assertThat(failRefund(refund, 1)).isEqualTo(StepAnswer.DONE);

    assertThat(refundStatus(refund)).isEqualTo("REQUESTED");
    assertThat(status(order)).isEqualTo("REFUND_PENDING");
    assertThat(topics(order))
        .containsExactly(
            "order-created", "order-cancelled", "refund-requested", "refund-requested");

    failRefund(refund, 2);
    assertThat(status(order)).isEqualTo("REFUND_FAILED");
    reopenRefund(refund, 2);
    assertThat(status(order)).isEqualTo("REFUND_FAILED");
    reopenRefund(refund, 3);
    completeRefund(refund);
    assertThat(status(order)).isEqualTo("CANCELLED");
  }

  @Test
  void opensTheRefundOfALateChargeWithoutAnEventForTheWholeOrder() {
    OrderId order = place(TOTAL);
    cancel(order, CancelReason.PAYMENT_EXPIRED);
    RefundId refund = requestRefund(order);
    failRefund(refund, 1);

    reopenRefund(refund, 2);

    assertThat(refundStatus(refund)).isEqualTo("REQUESTED");
    assertThat(status(order)).isEqualTo("CANCELLED");
    assertThat(topics(order)).containsExactly("order-created");
  }

  @Test
  void closesTheOrderWhoseRefundWasResolvedOutsideOnlyWhenThePaymentsRecordedIt() {
    OrderId order = paid();
    cancelByCustomer(order);
    RefundId refund = refundsOf(order).getFirst();
    failRefund(refund, 1);

    assertThat(resolveRefund(refund, 2)).isEqualTo(StepAnswer.DONE);
    assertThat(resolveRefund(refund, 2)).isEqualTo(StepAnswer.DONE);
    assertThat(refundStatus(refund)).isEqualTo("REQUESTED");
    assertThat(status(order)).isEqualTo("REFUND_FAILED");

    completeRefund(refund);
    assertThat(status(order)).isEqualTo("CANCELLED");
    assertThat(topics(order))
        .containsExactly("order-created", "order-cancelled", "refund-requested");
  }

  @Test
  void keepsAnOrderPaidWhileAPartOfItsMoneyGoesBack() {
    OrderId order = paid();
    RefundId refund = requestPart(order, Money.of("10.00"));

    failRefund(refund, 1);
    assertThat(status(order)).isEqualTo("PAID");
    assertThat(refundStatus(refund)).isEqualTo("FAILED");
    reopenRefund(refund, 2);
    completeRefund(refund);
    completeRefund(refund);

    assertThat(status(order)).isEqualTo("PAID");
    assertThat(refundStatus(refund)).isEqualTo("SUCCEEDED");
    assertThat(topics(order))
        .as("asked, refused, asked again, given back")
        .containsExactly(
            "order-created", "order-refunds", "order-refunds", "order-refunds", "order-refunds");
  }

  @Test
  void closesACancelledOrderOnlyWhenAllOfItsMoneyIsBack() {
    OrderId order = paid();
    RefundId part = requestPart(order, Money.of("10.00"));
    cancelByCustomer(order);
    RefundId rest = refundsOf(order).getLast();

    completeRefund(rest);
    assertThat(status(order)).isEqualTo("REFUND_PENDING");

    failRefund(part, 1);
    assertThat(status(order)).isEqualTo("REFUND_PENDING");
    reopenRefund(part, 2);
    completeRefund(part);
    assertThat(status(order)).isEqualTo("CANCELLED");
  }

  @Test
  void notesEachStepOfASagaOnce() {
    OrderId order = place(TOTAL);
    NoteStep note = new NoteStep(order, "stock-released", "checkout", "stock released", "2 units");

    assertThat(activities().note(note)).isEqualTo(StepAnswer.DONE);
    assertThat(activities().note(note)).isEqualTo(StepAnswer.DONE);

    assertThat(notes(order)).containsExactly("stock released");
    assertThat(status(order)).isEqualTo("CREATED");
  }

  @Test
  void refusesToGuessAboutOrdersAndRefundsThatDoNotExist() {
    OrderId order = new OrderId(999_999_999);
    RefundId refund = new RefundId(999_999_999);

    assertThatThrownBy(() -> awaitPayment(order)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> markPaid(order)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> cancel(order, CancelReason.OUT_OF_STOCK))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> requestRefund(order)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> completeRefund(refund)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> failRefund(refund, 1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> reopenRefund(refund, 2)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void letsEitherThePaymentOrTheCancellationWinNeverBoth() throws Exception {
    for (int round = 0; round < 10; round++) {
      OrderId order = place(TOTAL);
      awaitPayment(order);
      CountDownLatch start = new CountDownLatch(1);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<StepAnswer> paying =
            threads.submit(
                () -> {
                  start.await();
                  return markPaid(order);
                });
        Future<CancelAnswer> cancelling =
            threads.submit(
                () -> {
                  start.await();
                  return cancel(order, CancelReason.PAYMENT_EXPIRED);
                });
        start.countDown();
        boolean paid = paying.get() == StepAnswer.DONE;
        boolean cancelled = cancelling.get() == CancelAnswer.CANCELLED;
        assertThat(paid).isNotEqualTo(cancelled);
        assertThat(status(order)).isEqualTo(paid ? "PAID" : "CANCELLED");
      }
    }
  }

  private OrderId paid() {
    OrderId order = place(TOTAL);
    awaitPayment(order);
    markPaid(order);
    return order;
  }

  private StepAnswer awaitPayment(OrderId order) {
    return activities().awaitPayment(new AwaitPayment(order, DEADLINE));
  }

  private StepAnswer markPaid(OrderId order) {
    return activities().markPaid(new MarkPaid(order, "payment-of-" + order));
  }

  private CancelAnswer cancel(OrderId order, CancelReason reason) {
    return activities().cancelOrder(new CancelOrder(order, reason, "Why " + reason));
  }

  private RefundId requestRefund(OrderId order) {
    return activities()
        .requestRefund(new RequestRefund(order, "payment-of-" + order, TOTAL))
        .refundId();
  }

  private StepAnswer completeRefund(RefundId refund) {
    return activities().completeRefund(new CompleteRefund(refund));
  }

  private StepAnswer failRefund(RefundId refund, int attempt) {
    return activities().failRefund(new FailRefund(refund, attempt, "Account closed"));
  }

  private StepAnswer reopenRefund(RefundId refund, int attempt) {
    return activities().reopenRefund(new ReopenRefund(refund, attempt, decision(attempt)));
  }

  private StepAnswer resolveRefund(RefundId refund, int attempt) {
    return activities()
        .resolveRefund(new ResolveRefund(refund, attempt, decision(attempt), "transfer-4711"));
  }

  private static Decision decision(int attempt) {
    return new Decision("decision-" + attempt, "user 3", "The account is open again");
  }
}
