package dev.sagashop.order.attention;

import dev.sagashop.order.saga.SagaEngineFailure;
import dev.sagashop.platform.web.FieldProblem;
import dev.sagashop.platform.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What somebody wanted to do about a saga cannot be done. */
final class SagaActionRefused extends ProblemException {

  private final transient List<FieldProblem> problems;

  private SagaActionRefused(
      HttpStatus status, String code, String message, List<FieldProblem> problems) {
    super(status, code, message);
    this.problems = problems;
  }

  private static SagaActionRefused conflict(String code, String message) {
    return new SagaActionRefused(HttpStatus.CONFLICT, code, message, List.of());
  }

  static SagaActionRefused notFound(String workflowId) {
    return new SagaActionRefused(
        HttpStatus.NOT_FOUND,
        "SAGA_NOT_FOUND",
        "There is no saga '%s', expected checkout-{order} or refund-{refund} of one that exists"
            .formatted(workflowId),
        List.of());
  }

  static SagaActionRefused runs(String workflowId) {
    return conflict(
        "SAGA_RUNS",
        "'%s' runs, and its workflow is able to: only one that cannot go on is restarted"
            .formatted(workflowId));
  }

  static SagaActionRefused finished(String workflowId) {
    return conflict(
        "SAGA_FINISHED", "'%s' has come to its end: nothing is left to do".formatted(workflowId));
  }

  static SagaActionRefused doesNotRun(String workflowId) {
    return conflict(
        "SAGA_NOT_RUNNING",
        "'%s' does not run and can be told nothing: restart it".formatted(workflowId));
  }

  static SagaActionRefused nothingToRetry(String workflowId) {
    return conflict(
        "SAGA_NOT_IN_TROUBLE",
        "No step of '%s' waits for another round, so there is nothing to retry"
            .formatted(workflowId));
  }

  static SagaActionRefused nothingToResolve(String workflowId) {
    return conflict(
        "SAGA_NOT_RESOLVABLE",
        "'%s' is a checkout; only a refused refund is resolved outside".formatted(workflowId));
  }

  static SagaActionRefused withoutReference() {
    return new SagaActionRefused(
        HttpStatus.BAD_REQUEST,
        "VALIDATION_ERROR",
        "reference: must not be blank",
        List.of(new FieldProblem("reference", "must not be blank")));
  }

  static SagaActionRefused noAnswer(String workflowId, SagaEngineFailure failure) {
    SagaActionRefused refused =
        new SagaActionRefused(
            HttpStatus.SERVICE_UNAVAILABLE,
            "SAGA_ENGINE_UNAVAILABLE",
            "Temporal does not answer about '%s'; look again before you repeat it"
                .formatted(workflowId),
            List.of());
    refused.initCause(failure);
    return refused;
  }

  @Override
  public List<FieldProblem> errors() {
    return problems;
  }
}
