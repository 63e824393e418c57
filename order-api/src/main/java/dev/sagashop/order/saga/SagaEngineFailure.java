package dev.sagashop.order.saga;

/** The engine could not take a call. */
public final class SagaEngineFailure extends RuntimeException {

  public SagaEngineFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
