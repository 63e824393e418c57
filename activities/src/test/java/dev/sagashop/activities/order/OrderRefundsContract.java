package dev.sagashop.activities.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The rules of refunds in the order's book, and the words in which both kinds of rules are written.
 */
public abstract class OrderRefundsContract {

  protected static final Instant DEADLINE = Instant.parse("2040-01-02T03:04:05Z");
  protected static final Money TOTAL = Money.of("84.97");

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

  protected final OrderId paid() {
    OrderId order = place(TOTAL);
    awaitPayment(order);
    markPaid(order);
    return order;
  }

  protected final StepAnswer awaitPayment(OrderId order) {
    return activities().awaitPayment(new AwaitPayment(order, DEADLINE));
  }

  protected final StepAnswer markPaid(OrderId order) {
    return activities().markPaid(new MarkPaid(order, "payment-of-" + order));
  }

  protected final CancelAnswer cancel(OrderId order, CancelReason reason) {
    return activities().cancelOrder(new CancelOrder(order, reason, "Why " + reason));
  }

  protected final RefundId requestRefund(OrderId order) {
    return activities()
        .requestRefund(new RequestRefund(order, "payment-of-" + order, TOTAL))
        .refundId();
  }

  protected final StepAnswer completeRefund(RefundId refund) {
    return activities().completeRefund(new CompleteRefund(refund));
  }

  protected final StepAnswer failRefund(RefundId refund, int attempt) {
    return activities().failRefund(new FailRefund(refund, attempt, "Account closed"));
  }

  protected final StepAnswer reopenRefund(RefundId refund, int attempt) {
    return activities().reopenRefund(new ReopenRefund(refund, attempt, decision(attempt)));
  }

  protected final StepAnswer resolveRefund(RefundId refund, int attempt) {
    return activities()
        .resolveRefund(new ResolveRefund(refund, attempt, decision(attempt), "transfer-4711"));
  }

  protected static Decision decision(int attempt) {
    return new Decision("decision-" + attempt, "user 3", "The account is open again");
  }
}
