package dev.sagashop.order.saga;

/** There is no running workflow of this name, so that nobody took what it was told. */
public class SagaNotRunning extends RuntimeException {
  public SagaNotRunning(String workflowId, Throwable cause) {
    super("workflow '%s' does not run".formatted(workflowId), cause);
  }
}
