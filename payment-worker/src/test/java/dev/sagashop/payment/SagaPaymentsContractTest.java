package dev.sagashop.payment;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.payment.PaymentActivities;
import dev.sagashop.activities.payment.PaymentActivitiesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class SagaPaymentsContractTest extends PaymentActivitiesContract {

  private static final PaymentFixture fixture = new PaymentFixture();

  @AfterEach
  void theBooksAgree() {
    fixture.simulator().work();
    fixture.booksAgree();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Override
  protected PaymentActivities payments() {
    return fixture.payments();
  }

  @Override
  protected void declineNextCharge(String reason) {
    fixture.simulator().declineNext(reason);
  }

  @Override
  protected void refuseRefunds(String reason) {
    fixture.simulator().refuseRefunds(reason);
  }

  @Override
  protected void acceptRefunds() {
    fixture.simulator().work();
  }

  @Override
  protected void loseNextReply() {
    fixture.simulator().loseReplies(1);
  }

  @Override
  protected Money captured(OrderId orderId) {
    return fixture.simulator().captured(orderId);
  }

  @Override
  protected Money refunded(OrderId orderId) {
    return fixture.simulator().refunded(orderId);
  }
}
