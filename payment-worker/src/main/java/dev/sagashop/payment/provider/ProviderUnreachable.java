package dev.sagashop.payment.provider;

/** The provider did not answer, or not definitely: money may or may not have moved. */
public class ProviderUnreachable extends RuntimeException {

  public ProviderUnreachable(String message) {
    super(message);
  }

  public ProviderUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
