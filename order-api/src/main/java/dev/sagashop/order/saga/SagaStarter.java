package dev.sagashop.order.saga;

import dev.sagashop.activities.OrderId;
import dev.sagashop.order.book.NewOrder;
import dev.sagashop.order.book.Order;
import dev.sagashop.order.book.Refund;
import dev.sagashop.workflows.checkout.CheckoutRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.stereotype.Component;

/**
 * Starts sagas soon after the commit of their rows, without making anybody wait. Whatever does not
 * succeed here is left to the sweep, because the row is the command.
 */
@Component
public final class SagaStarter implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(SagaStarter.class);
  private static final long SHUTDOWN_MILLIS = 2_000;

  private final SagaEngine engine;
  private final RefundRequests requests;
  private final SagaProperties properties;
  private final SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("saga-start-");

  SagaStarter(SagaEngine engine, RefundRequests requests, SagaProperties properties) {
    this.engine = engine;
    this.requests = requests;
    this.properties = properties;
    executor.setVirtualThreads(true);
    executor.setConcurrencyLimit(properties.startsAtOnce());
    executor.setRejectTasksWhenLimitReached(true);
    executor.setTaskDecorator(new ContextPropagatingTaskDecorator());
    executor.setTaskTerminationTimeout(SHUTDOWN_MILLIS);
  }

  public void checkoutSoon(OrderId orderId, NewOrder order) {
    CheckoutRequest request =
        new CheckoutRequest(
            orderId, order.userId(), order.items(), order.total(), properties.paymentDeadline());
    soon(() -> engine.startCheckout(request));
  }

  public void refundSoon(Refund refund, Order order) {
    soon(() -> engine.startRefund(requests.of(refund), order.userId()));
  }

  /** Spares a running checkout the way to its next step. Nobody repeats a lost word. */
  public void cancellationSoon(OrderId orderId) {
    soon(() -> engine.tellCancelled(orderId));
  }

  private void soon(Runnable call) {
    try {
      executor.execute(
          () -> {
            try {
              call.run();
            } catch (SagaEngineFailure failure) {
              log.debug("Left to the sweep: {}", failure.getMessage());
            }
          });
    } catch (TaskRejectedException busy) {
      log.debug("Left to the sweep, {} calls are on their way", properties.startsAtOnce());
    }
  }

  @Override
  public void destroy() {
    executor.close();
  }
}
