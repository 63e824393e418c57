package dev.sagashop.bench.floor;

import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** As many steps as a checkout that is paid, of the same kinds and in the same order. */
public final class NoOpSagaImpl implements NoOpSaga {

  private final NoOpBook book =
      Workflow.newLocalActivityStub(
          NoOpBook.class,
          LocalActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(3)).build());

  @Override
  public void run(NoOpOrder order) {
    remote("Reserve stock").reserve(order);
    book.awaitPayment(order);
    remote("Charge").charge(order);
    book.markPaid(order);
  }

  private static NoOpSteps remote(String summary) {
    return Workflow.newActivityStub(
        NoOpSteps.class,
        ActivityOptions.newBuilder()
            .setScheduleToCloseTimeout(Duration.ofMinutes(1))
            .setStartToCloseTimeout(Duration.ofSeconds(10))
            // Reserve and charge run in other services, so theirs never come back with the task.
            .setDisableEagerExecution(true)
            .setSummary(summary)
            .build());
  }
}
