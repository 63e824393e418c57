package dev.sagashop.payment;

import static dev.sagashop.payment.PaymentFixture.charge;
import static dev.sagashop.payment.PaymentFixture.newOrder;
import static dev.sagashop.payment.PaymentFixture.newRefund;
import static dev.sagashop.payment.PaymentFixture.refund;
import static dev.sagashop.payment.PaymentFixture.voidOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.payment.ChargeAnswer;
import dev.sagashop.activities.payment.RefundAnswer;
import dev.sagashop.activities.payment.RefundCharge;
import dev.sagashop.activities.payment.VoidAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the moment of a crash, the repeat settles the same movement exactly once. */
class CrashWindowsTest {

  /** Where the service dies. */
  enum Window {
    AFTER_THE_FIRST_COMMIT,
    BEFORE_THE_PROVIDER_DID_ANYTHING,
    AFTER_THE_PROVIDER_DID_ITS_WORK,
    WITH_THE_REPLY_IN_HAND,
    INSIDE_THE_LAST_COMMIT;

    /** Makes the next step die here. */
    void arm(PaymentFixture fixture) {
      switch (this) {
        case AFTER_THE_FIRST_COMMIT -> fixture.provider().crashBeforeNextCall();
        case BEFORE_THE_PROVIDER_DID_ANYTHING -> fixture.simulator().answerWithErrors(1);
        case AFTER_THE_PROVIDER_DID_ITS_WORK -> fixture.simulator().loseReplies(1);
        case WITH_THE_REPLY_IN_HAND -> fixture.provider().crashAfterNextCall();
        case INSIDE_THE_LAST_COMMIT -> fixture.events().failNext();
      }
    }
  }

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

  @ParameterizedTest
  @EnumSource
  void aChargeIsSettledOnceByItsRepeat(Window window) {
    OrderId order = newOrder();
    window.arm(fixture);

    assertThatThrownBy(() -> fixture.payments().charge(charge(order)))
        .isInstanceOf(RuntimeException.class);
    assertThat(fixture.status(order)).isEqualTo("PENDING");

    assertThat(fixture.payments().charge(charge(order))).isInstanceOf(ChargeAnswer.Charged.class);
    assertThat(fixture.simulator().captured(order)).isEqualTo(PaymentFixture.PRICE);
    assertThat(fixture.topics(order)).containsExactly("payment-success");
  }

  @ParameterizedTest
  @EnumSource
  void aChargeIsSettledOnceByAVoid(Window window) {
    OrderId order = newOrder();
    window.arm(fixture);
    assertThatThrownBy(() -> fixture.payments().charge(charge(order)))
        .isInstanceOf(RuntimeException.class);

    VoidAnswer answer = fixture.payments().voidCharge(voidOf(order));

    switch (window) {
      case AFTER_THE_FIRST_COMMIT, BEFORE_THE_PROVIDER_DID_ANYTHING -> {
        assertThat(answer).isEqualTo(new VoidAnswer.Voided());
        assertThat(fixture.topics(order)).containsExactly("payment-failed");
      }
      case AFTER_THE_PROVIDER_DID_ITS_WORK, WITH_THE_REPLY_IN_HAND, INSIDE_THE_LAST_COMMIT -> {
        assertThat(answer).isInstanceOf(VoidAnswer.AlreadyCharged.class);
        assertThat(fixture.topics(order)).containsExactly("payment-success");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeclineIsSettledOnceByItsRepeat(Window window) {
    OrderId order = newOrder();
    fixture.simulator().declineCustomer(7, "CARD_STOLEN");
    window.arm(fixture);
    assertThatThrownBy(() -> fixture.payments().charge(charge(order)))
        .isInstanceOf(RuntimeException.class);

    assertThat(fixture.payments().charge(charge(order)))
        .isEqualTo(new ChargeAnswer.Declined("CARD_STOLEN"));
    assertThat(fixture.topics(order)).containsExactly("payment-failed");
  }

  @ParameterizedTest
  @EnumSource
  void aVoidIsSettledOnceByItsRepeat(Window window) {
    OrderId order = leftPending();
    window.arm(fixture);
    assertThatThrownBy(() -> fixture.payments().voidCharge(voidOf(order)))
        .isInstanceOf(RuntimeException.class);

    assertThat(fixture.payments().voidCharge(voidOf(order))).isEqualTo(new VoidAnswer.Voided());
    assertThat(fixture.topics(order)).containsExactly("payment-failed");
    assertThat(fixture.simulator().captured(order).amount()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aVoidIsSettledOnceByALateCharge(Window window) {
    OrderId order = leftPending();
    window.arm(fixture);
    assertThatThrownBy(() -> fixture.payments().voidCharge(voidOf(order)))
        .isInstanceOf(RuntimeException.class);

    assertThat(fixture.payments().charge(charge(order))).isEqualTo(new ChargeAnswer.VoidedBefore());
    assertThat(fixture.topics(order)).containsExactly("payment-failed");
    assertThat(fixture.simulator().captured(order).amount()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aRefundIsSettledOnceByItsRepeat(Window window) {
    OrderId order = newOrder();
    RefundId refund = newRefund();
    fixture.payments().charge(charge(order));
    window.arm(fixture);
    assertThatThrownBy(() -> fixture.payments().refund(refund(refund, order, "84.97")))
        .isInstanceOf(RuntimeException.class);

    assertThat(fixture.payments().refund(refund(refund, order, "84.97")))
        .isEqualTo(new RefundAnswer.Refunded());
    assertThat(fixture.simulator().refunded(order)).isEqualTo(PaymentFixture.PRICE);
    assertThat(fixture.topics(order)).containsExactly("payment-success", "refund-success");
  }

  @Test
  void anUndecidedRefundIsNotOvertakenByItsNextAttempt() {
    OrderId order = newOrder();
    RefundId refund = newRefund();
    fixture.payments().charge(charge(order));
    fixture.simulator().loseReplies(1);
    assertThatThrownBy(() -> fixture.payments().refund(refund(refund, order, "84.97")))
        .isInstanceOf(RuntimeException.class);

    assertThatThrownBy(
            () ->
                fixture
                    .payments()
                    .refund(new RefundCharge(refund, order, PaymentFixture.PRICE, 2, false)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("attempt 1 of refund");
    fixture.payments().refund(refund(refund, order, "84.97"));
  }

  private static OrderId leftPending() {
    OrderId order = newOrder();
    fixture.provider().crashBeforeNextCall();
    assertThatThrownBy(() -> fixture.payments().charge(charge(order)))
        .isInstanceOf(InterruptedProvider.Crash.class);
    return order;
  }
}
