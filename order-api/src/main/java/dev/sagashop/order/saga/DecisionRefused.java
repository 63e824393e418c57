package dev.sagashop.order.saga;

/** The saga took a person's decision for what it cannot do now; nothing was changed. */
public class DecisionRefused extends RuntimeException {

  private final String type;

  /**
   * @param type as the workflow names it
   */
  public DecisionRefused(String type, String message) {
    super(message);
    this.type = type;
  }

  public String type() {
    return type;
  }
}
