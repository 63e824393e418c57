package dev.sagashop.platform.temporal;

/** The server did not answer in time; what it would have said is unknown. */
public final class TemporalOutOfReach extends RuntimeException {

  public TemporalOutOfReach(String question, Throwable cause) {
    super("Temporal did not answer whether " + question, cause);
  }
}
