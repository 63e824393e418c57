package dev.sagashop.order.attention;

import dev.sagashop.order.saga.SagaEngineFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks Temporal about several sagas at the same time, and not for long. */
@Component
class DescribingRuns implements DisposableBean {

  private static final int AT_ONCE = 8;
  private static final int GIVE_UP_AFTER = 3;
  private static final Duration LIMIT = Duration.ofSeconds(12);

  private final JudgingRuns judging;
  private final ExecutorService executor =
      Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("saga-describe-", 0).factory());

  DescribingRuns(JudgingRuns judging) {
    this.judging = judging;
  }

  /**
   * @param missing gets a line if not all could be looked at
   */
  Map<SagaId, JudgingRuns.Verdict> of(List<SagaRow> rows, List<String> missing) {
    Queue<SagaEngineFailure> failures = new ConcurrentLinkedQueue<>();
    List<Future<JudgingRuns.Verdict>> answers = ask(rows, failures);
    Map<SagaId, JudgingRuns.Verdict> verdicts = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Future<JudgingRuns.Verdict> answer = answers.get(i);
      if (answer.state() == Future.State.SUCCESS) {
        verdicts.put(rows.get(i).id(), answer.resultNow());
      } else if (answer.state() == Future.State.FAILED
          && !(answer.exceptionNow() instanceof SagaEngineFailure)) {
        throw new IllegalStateException(
            "cannot judge saga " + rows.get(i).id(), answer.exceptionNow());
      }
    }
    if (verdicts.size() < rows.size()) {
      SagaEngineFailure first = failures.peek();
      missing.add(
          "%d of %d sagas: %s"
              .formatted(
                  rows.size() - verdicts.size(),
                  rows.size(),
                  first == null ? "Temporal took too long" : first.getMessage()));
    }
    return verdicts;
  }

  private List<Future<JudgingRuns.Verdict>> ask(
      List<SagaRow> rows, Queue<SagaEngineFailure> failures) {
    List<Callable<JudgingRuns.Verdict>> questions =
        rows.stream().<Callable<JudgingRuns.Verdict>>map(row -> () -> ask(row, failures)).toList();
    try {
      return executor.invokeAll(questions, LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking about sagas", e);
    }
  }

  /** When Temporal does not answer, asking it about all the others would only take time. */
  private JudgingRuns.Verdict ask(SagaRow row, Queue<SagaEngineFailure> failures) {
    if (failures.size() >= GIVE_UP_AFTER) {
      throw failures.element();
    }
    try {
      return judging.judge(row);
    } catch (SagaEngineFailure e) {
      failures.add(e);
      throw e;
    }
  }

  @Override
  public void destroy() {
    executor.shutdownNow();
  }
}
