package dev.sagashop.order.attention;

import dev.sagashop.activities.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the database says about a saga.
 *
 * @param open whether the row asks for a running workflow
 * @param settled whether money and stock are where they belong, as far as the order's book says
 * @param since its last change
 * @param refusedAttempt of a refund that the payment provider refused, else null
 * @param refusal why it did, else null
 */
record SagaRow(
    SagaId id,
    OrderId orderId,
    boolean open,
    boolean settled,
    Instant since,
    @Nullable Integer refusedAttempt,
    @Nullable String refusal) {

  boolean isRefused() {
    return refusedAttempt != null;
  }
}
