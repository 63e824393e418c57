package dev.sagashop.order.saga;

import dev.sagashop.order.roles.OnlyInRole;
import dev.sagashop.order.roles.Role;
import dev.sagashop.workflows.checkout.CheckoutRequest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Starts the sagas that nobody could start when their rows were written. */
@Component
@OnlyInRole(Role.WORKER)
class SagaSweep {

  private static final Logger log = LoggerFactory.getLogger(SagaSweep.class);
  private static final int GIVE_UP_AFTER = 2;

  private final DueSagas due;
  private final SagaEngine engine;
  private volatile boolean databaseFails;

  SagaSweep(DueSagas due, SagaEngine engine) {
    this.due = due;
    this.engine = engine;
  }

  @Scheduled(
      fixedDelayString = "${sagashop.order.sweep-period}",
      initialDelayString = "${sagashop.order.sweep-period}")
  void sweep() {
    try {
      untilNothingIsDue(due::takeOrders, this::startCheckout);
      untilNothingIsDue(due::takeRefunds, this::startRefund);
      databaseFails = false;
    } catch (DataAccessException e) {
      if (!databaseFails) {
        log.warn("The sweep cannot read its rows; it goes on trying, without a further word", e);
      }
      databaseFails = true;
    }
  }

  private void startCheckout(CheckoutRequest request) {
    engine.startCheckout(request);
    due.orderIsStarted(request.orderId());
  }

  private void startRefund(DueSagas.DueRefund refund) {
    engine.startRefund(refund.request(), refund.customerId());
    due.refundIsStarted(refund.request().refundId());
  }

  /**
   * One row that the engine refuses must not hold up the others; but when a whole batch gets
   * nowhere, the engine is down, and the next round comes soon enough.
   */
  private static <T> void untilNothingIsDue(Supplier<List<T>> take, Consumer<T> start) {
    List<T> batch = take.get();
    while (!batch.isEmpty() && startAny(batch, start)) {
      batch = take.get();
    }
  }

  private static <T> boolean startAny(List<T> batch, Consumer<T> start) {
    int failuresInARow = 0;
    boolean any = false;
    for (T saga : batch) {
      try {
        start.accept(saga);
        failuresInARow = 0;
        any = true;
      } catch (SagaEngineFailure failure) {
        failuresInARow++;
      }
      if (failuresInARow == GIVE_UP_AFTER) {
        return false;
      }
    }
    return any;
  }
}
