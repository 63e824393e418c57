package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.WorkflowIds;
import dev.sagashop.platform.temporal.RunningWorkflows;
import dev.sagashop.platform.temporal.TemporalOutOfReach;
import org.springframework.stereotype.Component;

/**
 * Who decides about the stock of an order. A checkout that is under way does, also before it has
 * reserved anything.
 */
@Component
class Ownership {

  private final RunningWorkflows sagas;

  Ownership(RunningWorkflows sagas) {
    this.sagas = sagas;
  }

  /**
   * The order, if it is free for decisions by hand.
   *
   * @throws OwnedBySagaException if its checkout is under way
   * @throws SagaUnknownException if that cannot be told
   */
  OrderId free(long order) {
    var orderId = new OrderId(order);
    try {
      if (sagas.isRunning(WorkflowIds.checkout(orderId))) {
        throw OwnedBySagaException.underWay(orderId);
      }
    } catch (TemporalOutOfReach unknown) {
      throw new SagaUnknownException(orderId, unknown);
    }
    return orderId;
  }
}
