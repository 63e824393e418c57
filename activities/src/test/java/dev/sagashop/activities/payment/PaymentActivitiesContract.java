package dev.sagashop.activities.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * What every implementation of the payment steps must show, whatever it is made of. An
 * implementation extends it and says how its payment provider is told to misbehave.
 */
public abstract class PaymentActivitiesContract {

  private static final AtomicLong NUMBERS = new AtomicLong(1000);

  private static final Money PRICE = Money.of("84.97");

  /** What is tried. The same one during a test. */
  protected abstract PaymentActivities payments();

  /** Makes the payment provider decline the next charge. */
  protected abstract void declineNextCharge(String reason);

  /** Makes the payment provider refuse every refund until {@link #acceptRefunds}. */
  protected abstract void refuseRefunds(String reason);

  protected abstract void acceptRefunds();

  /** Makes the next call move the money, if it may, and then fail. */
  protected abstract void loseNextReply();

  /** What the payment provider itself says it took for an order, refunds not deducted. */
  protected abstract Money captured(OrderId orderId);

  /** What the payment provider itself says it gave back for an order. */
  protected abstract Money refunded(OrderId orderId);

  /** An order that no other test has seen. */
  protected static OrderId newOrder() {
    return new OrderId(NUMBERS.incrementAndGet());
  }

  /** A refund that no other test has seen. */
  protected static RefundId newRefund() {
    return new RefundId(NUMBERS.incrementAndGet());
  }

  @Test
  void chargesAnOrderOnceHoweverOftenItIsAsked() {
    OrderId order = newOrder();

    ChargeAnswer first = payments().charge(charge(order));
    ChargeAnswer second = payments().charge(charge(order));

    assertThat(first).isInstanceOf(ChargeAnswer.Charged.class);
    assertThat(second).isEqualTo(first);
    assertThat(captured(order)).isEqualTo(PRICE);
  }

  @Test
  void aDeclineIsFinalForTheOrder() {
    OrderId order = newOrder();
    declineNextCharge("CARD_STOLEN");

    ChargeAnswer first = payments().charge(charge(order));
    ChargeAnswer second = payments().charge(charge(order));

    assertThat(first).isEqualTo(new ChargeAnswer.Declined("CARD_STOLEN"));
    assertThat(second).isEqualTo(first);
    assertThat(captured(order)).isEqualTo(Money.zero());
  }

  @Test
  void aDeclinedChargeCountsAsVoidedAndStaysDeclined() {
    OrderId order = newOrder();
    declineNextCharge("CARD_STOLEN");
    ChargeAnswer declined = payments().charge(charge(order));

    assertThat(payments().voidCharge(voidOf(order))).isEqualTo(new VoidAnswer.Voided());
    assertThat(payments().charge(charge(order))).isEqualTo(declined);
  }

  @Test
  void aVoidBeforeTheChargeRefusesTheLateCharge() {
    OrderId order = newOrder();

    assertThat(payments().voidCharge(voidOf(order))).isEqualTo(new VoidAnswer.Voided());

    assertThat(payments().charge(charge(order))).isEqualTo(new ChargeAnswer.VoidedBefore());
    assertThat(payments().charge(charge(order))).isEqualTo(new ChargeAnswer.VoidedBefore());
    assertThat(captured(order)).isEqualTo(Money.zero());
  }

  @Test
  void aVoidAfterTheChargeChangesNothing() {
    OrderId order = newOrder();
    String transactionId = charged(order);

    VoidAnswer answer = payments().voidCharge(voidOf(order));

    assertThat(answer).isEqualTo(new VoidAnswer.AlreadyCharged(transactionId, PRICE));
    assertThat(charged(order)).isEqualTo(transactionId);
    assertThat(captured(order)).isEqualTo(PRICE);
  }

  @Test
  void aVoidMayBeRepeated() {
    OrderId order = newOrder();

    assertThat(payments().voidCharge(voidOf(order))).isEqualTo(new VoidAnswer.Voided());
    assertThat(payments().voidCharge(voidOf(order))).isEqualTo(new VoidAnswer.Voided());
  }

  @Test
  void aChargeWhoseReplyWasLostIsFoundByTheRepeat() {
    OrderId order = newOrder();
    loseNextReply();

    assertThatThrownBy(() -> payments().charge(charge(order))).isInstanceOf(RuntimeException.class);
    assertThat(payments().charge(charge(order))).isInstanceOf(ChargeAnswer.Charged.class);
    assertThat(captured(order)).isEqualTo(PRICE);
  }

  @Test
  void aChargeWhoseReplyWasLostIsFoundByTheVoid() {
    OrderId order = newOrder();
    loseNextReply();

    assertThatThrownBy(() -> payments().charge(charge(order))).isInstanceOf(RuntimeException.class);
    assertThat(payments().voidCharge(voidOf(order)))
        .isEqualTo(new VoidAnswer.AlreadyCharged(charged(order), PRICE));
  }

  @Test
  void aRefundGivesTheMoneyBackOnceHoweverOftenItIsAsked() {
    OrderId order = newOrder();
    RefundId refund = newRefund();
    charged(order);

    assertThat(payments().refund(refund(refund, order, PRICE, 1)))
        .isEqualTo(new RefundAnswer.Refunded());
    assertThat(payments().refund(refund(refund, order, PRICE, 1)))
        .isEqualTo(new RefundAnswer.Refunded());
    assertThat(refunded(order)).isEqualTo(PRICE);
  }

  @Test
  void aRefundThatSucceededIsNotPaidAgainByALaterAttempt() {
    OrderId order = newOrder();
    RefundId refund = newRefund();
    Money part = Money.of("10.00");
    charged(order);
    payments().refund(refund(refund, order, part, 1));

    assertThat(payments().refund(refund(refund, order, part, 2)))
        .isEqualTo(new RefundAnswer.Refunded());
    assertThat(refunded(order)).isEqualTo(part);
  }

  @Test
  void aRefundWhoseReplyWasLostIsFoundByTheRepeat() {
    OrderId order = newOrder();
    RefundId refund = newRefund();
    charged(order);
    loseNextReply();

    assertThatThrownBy(() -> payments().refund(refund(refund, order, PRICE, 1)))
        .isInstanceOf(RuntimeException.class);
    assertThat(payments().refund(refund(refund, order, PRICE, 1)))
        .isEqualTo(new RefundAnswer.Refunded());
    assertThat(refunded(order)).isEqualTo(PRICE);
  }

  @Test
  void severalRefundsMayAddUpToWhatWasCaptured() {
    OrderId order = newOrder();
    charged(order);

    assertThat(payments().refund(refund(newRefund(), order, Money.of("80.00"), 1)))
        .isEqualTo(new RefundAnswer.Refunded());
    assertThat(payments().refund(refund(newRefund(), order, Money.of("4.97"), 1)))
        .isEqualTo(new RefundAnswer.Refunded());
    assertThat(refunded(order)).isEqualTo(PRICE);
  }

  @Test
  void refundsNeverExceedWhatWasCaptured() {
    OrderId order = newOrder();
    charged(order);
    payments().refund(refund(newRefund(), order, Money.of("80.00"), 1));

    assertThat(payments().refund(refund(newRefund(), order, Money.of("4.98"), 1)))
        .isInstanceOf(RefundAnswer.Refused.class);
    assertThat(refunded(order)).isEqualTo(Money.of("80.00"));
  }

  @Test
  void anOrderThatWasNeverChargedHasNothingToRefund() {
    OrderId order = newOrder();

    assertThat(payments().refund(refund(newRefund(), order, PRICE, 1)))
        .isInstanceOf(RefundAnswer.Refused.class);
    assertThat(refunded(order)).isEqualTo(Money.zero());
  }

  @Test
  void aRefusalIsFinalForItsAttemptAndTheNextAttemptMaySucceed() {
    OrderId order = newOrder();
    RefundId refund = newRefund();
    charged(order);
    refuseRefunds("ACCOUNT_CLOSED");
    RefundAnswer refused = payments().refund(refund(refund, order, PRICE, 1));
    acceptRefunds();

    assertThat(refused).isEqualTo(new RefundAnswer.Refused("ACCOUNT_CLOSED"));
    assertThat(payments().refund(refund(refund, order, PRICE, 1))).isEqualTo(refused);
    assertThat(refunded(order)).isEqualTo(Money.zero());
    assertThat(payments().refund(refund(refund, order, PRICE, 2)))
        .isEqualTo(new RefundAnswer.Refunded());
    assertThat(refunded(order)).isEqualTo(PRICE);
  }

  @Test
  void aRefundOutsideIsRecordedOnceAndTheProviderMovesNothing() {
    OrderId order = newOrder();
    RefundId refund = newRefund();
    charged(order);
    refuseRefunds("ACCOUNT_CLOSED");
    payments().refund(refund(refund, order, PRICE, 1));

    assertThat(payments().recordOutsideRefund(outside(refund, order, PRICE, 2)))
        .isEqualTo(new RefundAnswer.Refunded());
    assertThat(payments().recordOutsideRefund(outside(refund, order, PRICE, 2)))
        .isEqualTo(new RefundAnswer.Refunded());
    acceptRefunds();

    assertThat(refunded(order)).isEqualTo(Money.zero());
    assertThat(payments().refund(refund(refund, order, PRICE, 3)))
        .as("what went back outside is not sent a second time")
        .isEqualTo(new RefundAnswer.Refunded());
    assertThat(refunded(order)).isEqualTo(Money.zero());
  }

  @Test
  void aRefundOutsideCountsAgainstWhatWasCaptured() {
    OrderId order = newOrder();
    charged(order);
    payments().recordOutsideRefund(outside(newRefund(), order, Money.of("80.00"), 1));

    assertThat(payments().refund(refund(newRefund(), order, Money.of("4.98"), 1)))
        .isInstanceOf(RefundAnswer.Refused.class);
    assertThat(payments().recordOutsideRefund(outside(newRefund(), order, Money.of("4.98"), 1)))
        .isInstanceOf(RefundAnswer.Refused.class);
    assertThat(payments().refund(refund(newRefund(), order, Money.of("4.97"), 1)))
        .isEqualTo(new RefundAnswer.Refunded());
  }

  @Test
  void nothingToGiveBackIsGivenBackWithoutTheProvider() {
    OrderId order = newOrder();
    charged(order);
    payments().refund(new RefundCharge(newRefund(), order, PRICE, 1, true));
    refuseRefunds("ACCOUNT_CLOSED");

    assertThat(payments().refund(refund(newRefund(), order, Money.zero(), 1)))
        .isEqualTo(new RefundAnswer.Refunded());
    acceptRefunds();
  }

  private String charged(OrderId order) {
    return switch (payments().charge(charge(order))) {
      case ChargeAnswer.Charged(String transactionId) -> transactionId;
      case ChargeAnswer.Declined _, ChargeAnswer.VoidedBefore _ ->
          throw new AssertionError("order " + order + " was not charged, expected it to be");
    };
  }

  private static ChargeOrder charge(OrderId order) {
    return new ChargeOrder(order, 7, PRICE);
  }

  private static VoidCharge voidOf(OrderId order) {
    return new VoidCharge(order, "Payment deadline passed");
  }

  private static RefundCharge refund(RefundId refund, OrderId order, Money amount, int attempt) {
    return new RefundCharge(refund, order, amount, attempt, false);
  }

  private static OutsideRefund outside(RefundId refund, OrderId order, Money amount, int attempt) {
    return new OutsideRefund(refund(refund, order, amount, attempt), "transfer-4711");
  }
}
