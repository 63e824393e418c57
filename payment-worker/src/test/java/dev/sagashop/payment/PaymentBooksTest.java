package dev.sagashop.payment;

import static dev.sagashop.payment.PaymentFixture.charge;
import static dev.sagashop.payment.PaymentFixture.newOrder;
import static dev.sagashop.payment.PaymentFixture.newRefund;
import static dev.sagashop.payment.PaymentFixture.part;
import static dev.sagashop.payment.PaymentFixture.refund;
import static dev.sagashop.payment.PaymentFixture.voidOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.payment.ChargeAnswer;
import dev.sagashop.activities.payment.RefundAnswer;
import dev.sagashop.activities.payment.RefundCharge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaymentBooksTest {

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

  @Test
  void tellsASuccessWithTheFieldsOfTheContract() {
    OrderId order = newOrder();
    ChargeAnswer.Charged charged = (ChargeAnswer.Charged) fixture.payments().charge(charge(order));
    RefundId refund = newRefund();
    fixture.payments().refund(refund(refund, order, "84.97"));

    assertThat(fixture.events().ofOrder(order.value()))
        .containsExactly(
            new StoredEvents.Stored(
                "payment-success",
                "paymentSuccessEvent",
                "{\"orderId\":%s,\"transactionId\":\"%s\"}"
                    .formatted(order, charged.transactionId())),
            new StoredEvents.Stored(
                "refund-success",
                "refundSuccessEvent",
                "{\"orderId\":%s,\"refundId\":\"%s\",\"transactionId\":\"%s\"}"
                    .formatted(order, refund, charged.transactionId())));
    assertThat(fixture.status(order)).isEqualTo("REFUNDED");
  }

  @Test
  void tellsARefusalOnceForEachAttempt() {
    OrderId order = newOrder();
    RefundId refund = newRefund();
    fixture.payments().charge(charge(order));
    fixture.simulator().refuseRefunds("ACCOUNT_CLOSED");
    for (int attempt = 1; attempt <= 2; attempt++) {
      RefundCharge request = new RefundCharge(refund, order, PaymentFixture.PRICE, attempt, false);
      fixture.payments().refund(request);
      fixture.payments().refund(request);
    }

    assertThat(fixture.topics(order))
        .containsExactly("payment-success", "refund-failed", "refund-failed");
    assertThat(fixture.events().ofOrder(order.value()).getLast().payload())
        .isEqualTo("{\"orderId\":%s,\"reason\":\"ACCOUNT_CLOSED\"}".formatted(order));
  }

  @Test
  void keepsAPartOfTheMoneyFromTheTopicsThatMeanTheWholeOrder() {
    OrderId order = newOrder();
    fixture.payments().charge(charge(order));
    fixture.payments().refund(part(newRefund(), order, "10.00"));
    fixture.simulator().refuseRefunds("ACCOUNT_CLOSED");
    fixture.payments().refund(part(newRefund(), order, "10.00"));

    assertThat(fixture.topics(order)).containsExactly("payment-success");
    assertThat(fixture.status(order)).isEqualTo("COMPLETED");
  }

  @Test
  void tellsThatAWithdrawnOrderIsBackWhenAPartComesLast() {
    OrderId order = newOrder();
    RefundId part = newRefund();
    fixture.payments().charge(charge(order));
    fixture.simulator().refuseRefunds("ACCOUNT_CLOSED");
    fixture.payments().refund(part(part, order, "10.00"));
    fixture.simulator().work();
    fixture.payments().refund(refund(newRefund(), order, "74.97"));

    assertThat(fixture.topics(order)).containsExactly("payment-success");
    fixture.payments().refund(new RefundCharge(part, order, Money.of("10.00"), 2, true));

    assertThat(fixture.topics(order)).containsExactly("payment-success", "refund-success");
    assertThat(fixture.status(order)).isEqualTo("REFUNDED");
  }

  @Test
  void tellsNothingWhenPartsGaveEverythingBackOfAnOrderThatGoesOn() {
    OrderId order = newOrder();
    fixture.payments().charge(charge(order));
    fixture.payments().refund(part(newRefund(), order, "84.97"));

    assertThat(fixture.topics(order)).containsExactly("payment-success");

    fixture.payments().refund(refund(newRefund(), order, "0.00"));
    assertThat(fixture.topics(order)).containsExactly("payment-success", "refund-success");
  }

  @Test
  void fencesAnOrderThatNeverReachedPaymentWithoutPaymentAndWithoutEvent() {
    OrderId order = newOrder();
    int calls = fixture.provider().calls();

    fixture.payments().voidCharge(voidOf(order));
    fixture.payments().charge(charge(order));

    assertThat(fixture.status(order)).isEqualTo("none");
    assertThat(fixture.topics(order)).isEmpty();
    assertThat(fixture.provider().calls()).isEqualTo(calls);
  }

  @Test
  void refusesToRefundAPaymentThatWasDeclined() {
    OrderId order = newOrder();
    fixture.simulator().declineNext("CARD_STOLEN");
    fixture.payments().charge(charge(order));

    assertThat(fixture.payments().refund(refund(newRefund(), order, "1.00")))
        .isEqualTo(new RefundAnswer.Refused("Payment is not refundable in status: FAILED"));
    assertThat(fixture.topics(order)).containsExactly("payment-failed", "refund-failed");
  }

  @Test
  void refusesToRepeatARefundWithAnotherAmount() {
    OrderId order = newOrder();
    RefundId refund = newRefund();
    fixture.payments().charge(charge(order));
    fixture.payments().refund(refund(refund, order, "10.00"));

    assertThatThrownBy(() -> fixture.payments().refund(refund(refund, order, "11.00")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected the same");
  }

  @Test
  void neverRewritesTheLedger() {
    OrderId order = newOrder();
    fixture.payments().charge(charge(order));

    for (String rewriting :
        new String[] {"update ledger set amount = 1", "delete from ledger", "truncate ledger"}) {
      assertThatThrownBy(() -> fixture.jdbc().sql(rewriting).update())
          .hasMessageContaining("the ledger is append-only");
    }
  }

  @Test
  void theDatabaseItselfRefusesMoreRefundsThanMoney() {
    OrderId order = newOrder();
    fixture.payments().charge(charge(order));

    assertThatThrownBy(
            () ->
                fixture
                    .jdbc()
                    .sql("update payments set refunded_amount = 84.98 where order_id = :orderId")
                    .param("orderId", order.value())
                    .update())
        .hasMessageContaining("refunds_never_exceed_what_was_captured");
  }
}
