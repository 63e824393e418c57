package dev.sagashop.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.TaskQueues;
import dev.sagashop.workflows.checkout.CheckoutWorkflowImpl;
import dev.sagashop.workflows.refund.RefundWorkflowImpl;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowHistoryLoader;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Histories that a real server recorded, one folder for each release. Code that takes another way
 * through one of them would break the sagas that are under way when it is deployed: give it a
 * {@code Workflow.getVersion}.
 */
class ReplayTest {

  private static final Path HISTORIES = Path.of("src/test/resources/histories");

  static List<Path> histories() throws IOException {
    try (Stream<Path> files = Files.walk(HISTORIES)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("histories")
  void replaysWhatWasRecorded(Path history) throws Exception {
    try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
      Worker worker = environment.newWorker(TaskQueues.ORDERS, SagaWorld.PATIENT);
      worker.registerWorkflowImplementationTypes(
          CheckoutWorkflowImpl.class, RefundWorkflowImpl.class);
      WorkflowReplayer.replayWorkflowExecution(
          WorkflowHistoryLoader.readHistory(history.toFile()), worker);
    }
  }

  /** Without this, a replay that always passes would look just the same. */
  @Test
  void wouldNoticeACopyThatTakesAnotherWay() {
    try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
      Worker worker = environment.newWorker(TaskQueues.ORDERS, SagaWorld.PATIENT);
      worker.registerWorkflowImplementationTypes(StockFirstRefund.class);

      assertThatThrownBy(
              () ->
                  WorkflowReplayer.replayWorkflowExecution(
                      WorkflowHistoryLoader.readHistory(
                          HISTORIES.resolve("0.1/refund-succeeded.json").toFile()),
                      worker))
          .hasStackTraceContaining("NonDeterministicException");
    }
  }

  @Test
  void coversEachEndOfAStory() throws IOException {
    assertThat(histories())
        .extracting(file -> file.getFileName().toString())
        .contains(
            "checkout-paid.json",
            "checkout-out-of-stock.json",
            "checkout-declined.json",
            "checkout-cancelled-while-charging.json",
            "checkout-needed-attention.json",
            "checkout-declined-and-noted.json",
            "refund-succeeded.json",
            "refund-tried-again.json",
            "refund-resolved-outside.json",
            "refund-of-a-part.json");
  }
}
