package dev.sagashop.workflows.checkout;

import static java.util.Objects.requireNonNull;

import dev.sagashop.activities.inventory.ReleaseAnswer;
import dev.sagashop.activities.inventory.ReleaseReason;
import dev.sagashop.activities.inventory.ReleaseStock;
import dev.sagashop.activities.inventory.ReservationAnswer;
import dev.sagashop.activities.inventory.ReserveStock;
import dev.sagashop.activities.order.AwaitPayment;
import dev.sagashop.activities.order.CancelAnswer;
import dev.sagashop.activities.order.CancelOrder;
import dev.sagashop.activities.order.CancelReason;
import dev.sagashop.activities.order.MarkPaid;
import dev.sagashop.activities.order.NoteStep;
import dev.sagashop.activities.order.RequestRefund;
import dev.sagashop.activities.order.StepAnswer;
import dev.sagashop.activities.payment.ChargeAnswer;
import dev.sagashop.activities.payment.ChargeOrder;
import dev.sagashop.activities.payment.VoidAnswer;
import dev.sagashop.activities.payment.VoidCharge;
import dev.sagashop.workflows.Attention;
import dev.sagashop.workflows.Rounds;
import dev.sagashop.workflows.SagaSteps;
import dev.sagashop.workflows.Trouble;
import dev.sagashop.workflows.checkout.CheckoutOutcome.Cancelled;
import dev.sagashop.workflows.checkout.CheckoutOutcome.Paid;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reserve, charge, confirm; and whatever ends differently gives back stock and money. */
public final class CheckoutWorkflowImpl implements CheckoutWorkflow {

  private static final Cancelled ON_REQUEST =
      new Cancelled(CancelReason.CANCELLED_ON_REQUEST, "The order was cancelled on request.");

  /** Sagas that were under way when undoing began to be noted do not note it. */
  private static final String UNDO_IS_NOTED = "undo-is-noted";

  private final CheckoutRequest order;
  private final Attention attention = new Attention();
  private final Rounds rounds = new Rounds(attention);
  private final SagaSteps steps = new SagaSteps(rounds);
  private final CancellationScope sale = Workflow.newCancellationScope(this::sell);
  private @Nullable CheckoutOutcome sold;

  @WorkflowInit
  public CheckoutWorkflowImpl(CheckoutRequest order) {
    this.order = order;
  }

  @Override
  public CheckoutOutcome checkout(CheckoutRequest request) {
    CheckoutOutcome outcome =
        switch (saleUnlessCancelled()) {
          case Paid paid -> paid;
          case Cancelled cancelled -> undo(cancelled);
        };
    attention.progress("Ended: " + outcome);
    return outcome;
  }

  @Override
  public void cancelRequested() {
    sale.cancel("the order was cancelled in the order's book");
  }

  @Override
  public List<Trouble> troubles() {
    return attention.troubles();
  }

  @Override
  public void retryNow() {
    rounds.hurry();
  }

  private void sell() {
    sold = reserveChargeConfirm();
  }

  /** A cancelled run means the same as the customer's cancel, wherever it comes from. */
  private CheckoutOutcome saleUnlessCancelled() {
    try {
      sale.run();
      return requireNonNull(sold);
    } catch (CanceledFailure cancelled) {
      return ON_REQUEST;
    } catch (ActivityFailure failure) {
      if (Rounds.isCancelled(failure)) {
        return ON_REQUEST;
      }
      throw failure;
    }
  }

  private CheckoutOutcome reserveChargeConfirm() {
    return switch (reserve()) {
      case ReservationAnswer.Reserved _ -> chargeConfirm();
      case ReservationAnswer.OutOfStock refusal ->
          new Cancelled(CancelReason.OUT_OF_STOCK, refusal.reason());
      case ReservationAnswer.NoStockRecord refusal ->
          new Cancelled(CancelReason.OUT_OF_STOCK, refusal.reason());
      case ReservationAnswer.ReleasedBefore _ -> ON_REQUEST;
    };
  }

  private CheckoutOutcome chargeConfirm() {
    Instant deadline =
        Instant.ofEpochMilli(Workflow.currentTimeMillis()).plus(order.paymentDeadline());
    if (awaitPayment(deadline) == StepAnswer.CANCELLED_BEFORE) {
      return ON_REQUEST;
    }
    Optional<ChargeAnswer> charge = chargeUntil(deadline);
    if (charge.isEmpty()) {
      return new Cancelled(
          CancelReason.PAYMENT_EXPIRED, "The payment was not decided before " + deadline + ".");
    }
    return switch (charge.get()) {
      case ChargeAnswer.Charged charged -> confirm(charged);
      case ChargeAnswer.Declined declined ->
          new Cancelled(CancelReason.PAYMENT_DECLINED, declined.reason());
      case ChargeAnswer.VoidedBefore _ -> ON_REQUEST;
    };
  }

  private CheckoutOutcome confirm(ChargeAnswer.Charged charged) {
    return markPaid(charged) == StepAnswer.DONE ? new Paid() : ON_REQUEST;
  }

  /**
   * Every ending but a paid one comes through here, and gives back stock and money even if this run
   * never saw them move: an earlier run may have moved them.
   */
  private CheckoutOutcome undo(Cancelled cancelled) {
    UndoneSale undone = new UndoneSale();
    Workflow.newDetachedCancellationScope(
            () -> {
              undone.answer = cancelOrder(cancelled);
              if (undone.answer == CancelAnswer.CANCELLED) {
                boolean noted =
                    Workflow.getVersion(UNDO_IS_NOTED, Workflow.DEFAULT_VERSION, 1) == 1;
                Promise<Void> released = Async.procedure(() -> release(cancelled, noted));
                Promise<Void> voided = Async.procedure(() -> voidOrRefund(cancelled, noted));
                Promise.allOf(released, voided).get();
              }
            })
        .run();
    return undone.answer == CancelAnswer.PAID_BEFORE ? new Paid() : cancelled;
  }

  private ReservationAnswer reserve() {
    attention.progress("Reserving stock");
    ReserveStock request = new ReserveStock(order.orderId(), order.total(), order.lines());
    return rounds.untilDecided(
        "reserve stock", round -> steps.inventory(round, "Reserve stock").reserveStock(request));
  }

  private StepAnswer awaitPayment(Instant deadline) {
    return steps.record(
        "await payment",
        orders -> orders.awaitPayment(new AwaitPayment(order.orderId(), deadline)));
  }

  private Optional<ChargeAnswer> chargeUntil(Instant deadline) {
    attention.progress("Charging " + order.total() + ", until " + deadline);
    ChargeOrder request = new ChargeOrder(order.orderId(), order.customerId(), order.total());
    return rounds.untilDeadline(
        "charge",
        deadline,
        round -> steps.payments(round, "Charge " + order.total()).charge(request));
  }

  private StepAnswer markPaid(ChargeAnswer.Charged charged) {
    return steps.record(
        "mark paid",
        orders -> orders.markPaid(new MarkPaid(order.orderId(), charged.transactionId())));
  }

  private CancelAnswer cancelOrder(Cancelled cancelled) {
    attention.progress("Undoing: " + cancelled.explanation());
    return steps.record(
        "cancel order",
        orders ->
            orders.cancelOrder(
                new CancelOrder(order.orderId(), cancelled.reason(), cancelled.explanation())));
  }

  private void release(Cancelled cancelled, boolean noted) {
    ReleaseStock request = new ReleaseStock(order.orderId(), releaseReason(cancelled.reason()));
    ReleaseAnswer answer =
        rounds.untilDecided(
            "release stock",
            round -> steps.inventory(round, "Release stock").releaseStock(request));
    if (noted && answer.unitsReturned() > 0) {
      note("stock-released", "stock released", answer.unitsReturned() + " units");
    }
  }

  private void voidOrRefund(Cancelled cancelled, boolean noted) {
    VoidCharge request = new VoidCharge(order.orderId(), cancelled.explanation());
    VoidAnswer answer =
        rounds.untilDecided(
            "void charge", round -> steps.payments(round, "Void charge").voidCharge(request));
    switch (answer) {
      case VoidAnswer.Voided _ -> {
        if (noted) {
          note("charge-voided", "charge ruled out", "No money was taken, and none will be");
        }
      }
      case VoidAnswer.AlreadyCharged charged ->
          steps.record(
              "request refund",
              orders ->
                  orders.requestRefund(
                      new RequestRefund(
                          order.orderId(), charged.transactionId(), charged.amount())));
    }
  }

  private void note(String key, String what, String why) {
    steps.note(new NoteStep(order.orderId(), key, "checkout", what, why));
  }

  private static ReleaseReason releaseReason(CancelReason reason) {
    return switch (reason) {
      case PAYMENT_DECLINED -> ReleaseReason.PAYMENT_FAILED;
      case PAYMENT_EXPIRED -> ReleaseReason.INVENTORY_EXPIRED;
      case OUT_OF_STOCK, CANCELLED_ON_REQUEST -> ReleaseReason.ORDER_CANCELLED;
    };
  }

  /** Carries the answer out of the detached scope. */
  private static final class UndoneSale {
    private CancelAnswer answer = CancelAnswer.CANCELLED;
  }
}
