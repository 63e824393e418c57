package dev.sagashop.workflows;

import static dev.sagashop.workflows.SagaWorld.LAPTOP;
import static dev.sagashop.workflows.SagaWorld.ON_SHELF;
import static dev.sagashop.workflows.SagaWorld.ORDER;
import static dev.sagashop.workflows.SagaWorld.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.payment.FakePayments;
import dev.sagashop.workflows.refund.RefundOutcome;
import dev.sagashop.workflows.refund.RefundWorkflow;
import dev.sagashop.workflows.refund.RetryAccepted;
import dev.sagashop.workflows.refund.RetryRefund;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefundWorkflowTest {

  private final SagaWorld world = new SagaWorld();
  private RefundId refundId = new RefundId(1);

  @BeforeEach
  void cancelAPaidOrder() {
    world.checkout();
    world.inventory.commit(ORDER);
    world.orders.cancelByCustomer(ORDER);
    refundId = world.orders.refundsOf(ORDER).getFirst();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void sendsTheMoneyBackReturnsTheStockAndClosesTheOrder() {
    WorkflowStub refund = world.startRefund(refundId, true);

    assertThat(refund.getResult(RefundOutcome.class)).isEqualTo(new RefundOutcome(1));
    assertThat(world.payments.refunded(ORDER)).isEqualTo(TOTAL);
    assertThat(world.inventory.available(LAPTOP)).isEqualTo(ON_SHELF);
    assertThat(world.orders.status(ORDER)).isEqualTo("CANCELLED");
  }

  @Test
  void refundsOnceWhenTheReplyIsLost() {
    world.payments.loseNextReplies(FakePayments.Step.REFUND, 30);

    WorkflowStub refund = world.startRefund(refundId, true);

    assertThat(refund.getResult(RefundOutcome.class)).isEqualTo(new RefundOutcome(1));
    assertThat(world.payments.refunded(ORDER)).isEqualTo(TOTAL);
  }

  @Test
  void waitsForAPersonWhenTheRefundIsRefusedAndSucceedsAtTheNextAttempt() {
    world.payments.refuseRefunds("ACCOUNT_CLOSED");
    WorkflowStub refund = world.startRefund(refundId, true);
    world.environment.sleep(Duration.ofDays(3));

    await().until(() -> world.needsAttention(refund));
    assertThat(world.orders.status(ORDER)).isEqualTo("REFUND_FAILED");

    world.payments.acceptRefunds();
    RetryAccepted accepted = typed().retryRefund(new RetryRefund("support-3", "account reopened"));

    assertThat(accepted).isEqualTo(new RetryAccepted(2));
    assertThat(refund.getResult(RefundOutcome.class)).isEqualTo(new RefundOutcome(2));
    assertThat(world.orders.status(ORDER)).isEqualTo("CANCELLED");
    assertThat(world.payments.refunded(ORDER)).isEqualTo(TOTAL);
  }

  @Test
  void refusesARetryOfWhatWasNotRefused() {
    world.payments.failNext(FakePayments.Step.REFUND, 1_000);
    world.startRefund(refundId, true);
    world.environment.sleep(Duration.ofSeconds(10));

    assertThatThrownBy(() -> typed().retryRefund(new RetryRefund("support-3", "hurry")))
        .isInstanceOf(WorkflowUpdateException.class)
        .hasStackTraceContaining("RefundNotRefused");
  }

  @Test
  void refusesARetryWithoutAReason() {
    world.payments.refuseRefunds("ACCOUNT_CLOSED");
    world.startRefund(refundId, true);
    world.environment.sleep(Duration.ofMinutes(1));

    assertThatThrownBy(() -> typed().retryRefund(new RetryRefund("support-3", " ")))
        .hasStackTraceContaining("ReasonMissing");
    assertThat(world.orders.status(ORDER)).isEqualTo("REFUND_FAILED");
  }

  private RefundWorkflow typed() {
    return world.client().newWorkflowStub(RefundWorkflow.class, WorkflowIds.refund(refundId));
  }
}
