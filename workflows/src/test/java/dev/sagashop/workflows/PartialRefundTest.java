package dev.sagashop.workflows;

import static dev.sagashop.workflows.SagaWorld.LAPTOP;
import static dev.sagashop.workflows.SagaWorld.ON_SHELF;
import static dev.sagashop.workflows.SagaWorld.ORDER;
import static dev.sagashop.workflows.SagaWorld.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.inventory.ReturnedItem;
import dev.sagashop.workflows.refund.RefundOutcome;
import dev.sagashop.workflows.refund.RefundRequest;
import io.temporal.client.WorkflowStub;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartialRefundTest {

  private static final Money PART = Money.of("10.00");

  private final SagaWorld world = new SagaWorld();

  @BeforeEach
  void payAnOrder() {
    world.checkout();
    world.inventory.commit(ORDER);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void givesAPartBackWithItsItemsAndLeavesTheOrderPaid() {
    RefundOutcome outcome = give(PART, List.of(new ReturnedItem(LAPTOP, 1)));

    assertThat(outcome).isEqualTo(new RefundOutcome(1));
    assertThat(world.payments.refunded(ORDER)).isEqualTo(PART);
    assertThat(world.inventory.available(LAPTOP)).isEqualTo(ON_SHELF - 1);
    assertThat(world.orders.status(ORDER)).isEqualTo("PAID");
    assertThat(world.orders.topics(ORDER))
        .containsExactly("order-created", "order-refunds", "order-refunds");
    assertThat(world.orders.notes(ORDER)).containsExactly("stock returned");
  }

  @Test
  void leavesTheItemsWithTheCustomerOfAGoodwillRefund() {
    give(PART, List.of());

    assertThat(world.inventory.available(LAPTOP)).isEqualTo(ON_SHELF - 2);
    assertThat(world.orders.notes(ORDER)).isEmpty();
  }

  @Test
  void asksOnlyForTheRestWhenTheOrderIsCancelledAfterwards() {
    give(PART, List.of(new ReturnedItem(LAPTOP, 1)));
    world.orders.cancelByCustomer(ORDER);
    RefundId rest = world.orders.refundsOf(ORDER).getLast();

    WorkflowStub refund =
        world.startRefund(
            RefundRequest.ofOrder(rest, ORDER, world.orders.refundAmount(rest), true));
    refund.getResult(RefundOutcome.class);

    assertThat(world.payments.refunded(ORDER)).isEqualTo(TOTAL);
    assertThat(world.inventory.available(LAPTOP)).isEqualTo(ON_SHELF);
    await().until(() -> world.orders.status(ORDER).equals("CANCELLED"));
  }

  private RefundOutcome give(Money amount, List<ReturnedItem> items) {
    RefundId refundId = world.orders.requestPart(ORDER, amount);
    return world
        .startRefund(RefundRequest.ofPart(refundId, ORDER, amount, items))
        .getResult(RefundOutcome.class);
  }
}
