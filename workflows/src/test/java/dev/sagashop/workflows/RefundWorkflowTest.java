package dev.sagashop.workflows;

import static dev.sagashop.workflows.SagaWorld.LAPTOP;
import static dev.sagashop.workflows.SagaWorld.ON_SHELF;
import static dev.sagashop.workflows.SagaWorld.ORDER;
import static dev.sagashop.workflows.SagaWorld.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.WorkflowIds;
import dev.sagashop.activities.inventory.FakeInventory;
import dev.sagashop.activities.payment.FakePayments;
import dev.sagashop.workflows.refund.DecisionAccepted;
import dev.sagashop.workflows.refund.RefundOutcome;
import dev.sagashop.workflows.refund.RefundWorkflow;
import dev.sagashop.workflows.refund.ResolveManually;
import dev.sagashop.workflows.refund.RetryRefund;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import java.time.Duration;
import java.util.List;
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
  void returnsTheStockHoweverOftenThatFails() {
    world.inventory.failNext(
        FakeInventory.Step.RELEASE, 30, () -> new IllegalStateException("no database"));

    WorkflowStub refund = world.startRefund(refundId, true);

    assertThat(refund.getResult(RefundOutcome.class)).isEqualTo(new RefundOutcome(1));
    assertThat(world.inventory.available(LAPTOP)).isEqualTo(ON_SHELF);
    assertThat(world.orders.status(ORDER)).isEqualTo("CANCELLED");
  }

  @Test
  void recordsARefundOutsideOnceWhenTheAnswerIsLost() {
    WorkflowStub refund = refused();
    world.payments.loseNextReplies(FakePayments.Step.REFUND, 30);

    typed().resolveManually(new ResolveManually("user 3", "card closed", "transfer-4711", 1));

    assertThat(refund.getResult(RefundOutcome.class)).isEqualTo(new RefundOutcome(2));
    assertThat(world.payments.refunded(ORDER)).isEqualTo(TOTAL);
    assertThat(world.payments.outsideReferences()).containsExactly("transfer-4711");
  }

  @Test
  void waitsForAPersonWhenTheRefundIsRefusedAndSucceedsAtTheNextAttempt() {
    world.payments.refuseRefunds("ACCOUNT_CLOSED");
    WorkflowStub refund = world.startRefund(refundId, true);
    world.environment.sleep(Duration.ofDays(3));

    await().until(() -> world.needsAttention(refund));
    assertThat(world.orders.status(ORDER)).isEqualTo("REFUND_FAILED");

    world.payments.acceptRefunds();
    DecisionAccepted accepted =
        typed().retryRefund(new RetryRefund("user 3", "account reopened", null));

    assertThat(accepted).isEqualTo(new DecisionAccepted(2));
    assertThat(refund.getResult(RefundOutcome.class)).isEqualTo(new RefundOutcome(2));
    assertThat(world.orders.status(ORDER)).isEqualTo("CANCELLED");
    assertThat(world.payments.refunded(ORDER)).isEqualTo(TOTAL);
  }

  @Test
  void refusesARetryOfWhatWasNotRefused() {
    world.payments.failNext(FakePayments.Step.REFUND, 1_000);
    world.startRefund(refundId, true);
    world.environment.sleep(Duration.ofSeconds(10));

    assertThatThrownBy(() -> typed().retryRefund(new RetryRefund("user 3", "hurry", null)))
        .isInstanceOf(WorkflowUpdateException.class)
        .hasStackTraceContaining(RefundWorkflow.NOT_REFUSED);
  }

  @Test
  void refusesARetryWithoutAReason() {
    world.payments.refuseRefunds("ACCOUNT_CLOSED");
    world.startRefund(refundId, true);
    world.environment.sleep(Duration.ofMinutes(1));

    assertThatThrownBy(() -> typed().retryRefund(new RetryRefund("user 3", " ", null)))
        .hasStackTraceContaining(RefundWorkflow.INCOMPLETE);
    assertThat(world.orders.status(ORDER)).isEqualTo("REFUND_FAILED");
  }

  @Test
  void recordsARefundOutsideThatAPersonProves() {
    WorkflowStub refund = refused();

    DecisionAccepted accepted =
        typed()
            .resolveManually(new ResolveManually("user 3", "card closed", "transfer-4711", null));

    assertThat(accepted).isEqualTo(new DecisionAccepted(2));
    assertThat(refund.getResult(RefundOutcome.class)).isEqualTo(new RefundOutcome(2));
    assertThat(world.orders.status(ORDER)).isEqualTo("CANCELLED");
    assertThat(world.payments.refundedByProvider(ORDER)).isEqualTo(Money.zero());
    assertThat(world.payments.outsideReferences()).containsExactly("transfer-4711");
    assertThat(world.inventory.available(LAPTOP)).isEqualTo(ON_SHELF);
  }

  @Test
  void refusesAResolutionWithoutAProof() {
    refused();

    assertThatThrownBy(
            () -> typed().resolveManually(new ResolveManually("user 3", "why", " ", null)))
        .hasStackTraceContaining(RefundWorkflow.INCOMPLETE);
    assertThat(world.orders.status(ORDER)).isEqualTo("REFUND_FAILED");
  }

  @Test
  void takesTheSameDecisionOnceHoweverOftenItIsSent() {
    WorkflowStub refund = refused();
    RetryRefund retry = new RetryRefund("user 3", "account reopened", 1);

    DecisionAccepted first = decide(refund, "decision-1", retry);
    DecisionAccepted second = decide(refund, "decision-1", retry);
    await().until(() -> world.orders.status(ORDER).equals("REFUND_FAILED"));
    DecisionAccepted third = decide(refund, "decision-1", retry);

    assertThat(List.of(first, second, third)).containsOnly(new DecisionAccepted(2));
  }

  @Test
  void refusesADecisionAboutAnAttemptThatIsOver() {
    WorkflowStub refund = refused();
    decide(refund, "decision-1", new RetryRefund("user 3", "account reopened", 1));
    await().until(() -> world.orders.status(ORDER).equals("REFUND_FAILED"));

    assertThatThrownBy(
            () -> decide(refund, "decision-2", new RetryRefund("user 4", "account reopened", 1)))
        .hasStackTraceContaining(RefundWorkflow.OTHER_ATTEMPT);
  }

  @Test
  void keepsWaitingAfterASecondRefusalAndSaysWhat() {
    WorkflowStub refund = refused();
    decide(refund, "decision-1", new RetryRefund("user 3", "account reopened", null));

    await()
        .until(
            () -> saga().troubles(),
            troubles ->
                troubles.stream()
                    .anyMatch(trouble -> trouble.attempt() == 2 && trouble.nextTry() == null));
    assertThat(world.orders.status(ORDER)).isEqualTo("REFUND_FAILED");
    assertThat(world.needsAttention(refund)).isTrue();
  }

  private WorkflowStub refused() {
    world.payments.refuseRefunds("ACCOUNT_CLOSED");
    WorkflowStub refund = world.startRefund(refundId, true);
    await().until(() -> world.orders.status(ORDER).equals("REFUND_FAILED"));
    await().until(() -> !saga().troubles().isEmpty());
    return refund;
  }

  private DecisionAccepted decide(WorkflowStub refund, String id, RetryRefund retry) {
    return refund
        .startUpdate(
            UpdateOptions.newBuilder(DecisionAccepted.class)
                .setUpdateName("retryRefund")
                .setUpdateId(id)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build(),
            retry)
        .getResult();
  }

  private Saga saga() {
    return world.client().newWorkflowStub(Saga.class, WorkflowIds.refund(refundId));
  }

  private RefundWorkflow typed() {
    return world.client().newWorkflowStub(RefundWorkflow.class, WorkflowIds.refund(refundId));
  }
}
