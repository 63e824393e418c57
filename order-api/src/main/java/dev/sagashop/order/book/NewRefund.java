package dev.sagashop.order.book;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refund as it is asked for.
 *
 * @param transactionId of the payment
 * @param requestedBy who asks: {@code user 3}, {@code checkout}
 * @param explanation why a part goes back; null for a whole order
 * @param lines the units that a partial refund is about, each product once
 * @param restock whether these go back on the shelf
 * @param key of the request, so that a repeat finds the refund; null if it has none
 */
public record NewRefund(
    RefundKind kind,
    Money amount,
    String transactionId,
    String requestedBy,
    @Nullable String explanation,
    List<LineItem> lines,
    boolean restock,
    @Nullable String key) {

  public NewRefund {
    lines = List.copyOf(lines);
  }

  /** Of a whole order. */
  public static NewRefund whole(
      RefundKind kind, Money amount, String transactionId, String requestedBy) {
    return new NewRefund(kind, amount, transactionId, requestedBy, null, List.of(), false, null);
  }
}
