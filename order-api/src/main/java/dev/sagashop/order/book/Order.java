package dev.sagashop.order.book;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * The recorded facts of an order whose row is locked.
 *
 * @param transactionId of its payment, null as long as it is not paid
 * @param cancelled whether somebody or something cancelled it, paid or not
 */
public record Order(
    OrderId id,
    long userId,
    OrderStatus status,
    Money total,
    @Nullable String transactionId,
    boolean cancelled) {

  /** Whether it was ever paid, whatever became of it afterwards. */
  public boolean wasPaid() {
    return transactionId != null;
  }

  public boolean wasCancelledUnpaid() {
    return cancelled && !wasPaid();
  }
}
