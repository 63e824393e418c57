package dev.sagashop.activities.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The rules of the order's bookkeeping. The fake and the real book pass the same ones. */
public abstract class OrderActivitiesContract extends OrderRefundsContract {

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
}
