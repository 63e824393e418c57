package dev.sagashop.workflows;

import io.temporal.common.SearchAttributeKey;

/** The search attributes of the namespace. They hold no personal data. */
public final class SagaAttributes {

  /** Number of the order, as text. */
  public static final SearchAttributeKey<String> ORDER_NUMBER =
      SearchAttributeKey.forKeyword("OrderNumber");

  /** Number of the user who ordered, as text. */
  public static final SearchAttributeKey<String> CUSTOMER_ID =
      SearchAttributeKey.forKeyword("CustomerId");

  /** Total of the order in the currency of the shop. */
  public static final SearchAttributeKey<Double> ORDER_TOTAL =
      SearchAttributeKey.forDouble("OrderTotal");

  /** True while a step could not be decided in its first round, or waits for a person. */
  public static final SearchAttributeKey<Boolean> NEEDS_ATTENTION =
      SearchAttributeKey.forBoolean("NeedsAttention");

  private SagaAttributes() {}
}
