package dev.sagashop.activities.payment;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.payment.FakePayments.Step;

class FakePaymentsContractTest extends PaymentActivitiesContract {

  private final FakePayments payments = new FakePayments();

  @Override
  protected PaymentActivities payments() {
    return payments;
  }

  @Override
  protected void declineNextCharge(String reason) {
    payments.declineNext(reason);
  }

  @Override
  protected void refuseRefunds(String reason) {
    payments.refuseRefunds(reason);
  }

  @Override
  protected void acceptRefunds() {
    payments.acceptRefunds();
  }

  @Override
  protected void loseNextReply() {
    payments.loseNextReplies(Step.CHARGE, 1);
    payments.loseNextReplies(Step.REFUND, 1);
  }

  @Override
  protected Money captured(OrderId orderId) {
    return payments.captured(orderId);
  }

  @Override
  protected Money refunded(OrderId orderId) {
    return payments.refundedByProvider(orderId);
  }
}
