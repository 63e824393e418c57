package dev.sagashop.inventory.reservation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order holds, or held, for the staff.
 *
 * @param refusal why nothing was reserved; null unless the status is {@code FAILED}
 * @param committedAt when what it held was sold
 * @param releasedAt when all that it held was given back
 */
record ReservationView(
    long orderId,
    UUID reservationId,
    Origin origin,
    ReservationStatus status,
    @Nullable Refusal refusal,
    List<Item> items,
    Instant createdAt,
    @Nullable Instant committedAt,
    @Nullable Instant releasedAt) {

  ReservationView {
    items = List.copyOf(items);
  }

  /**
   * @param requested null where nobody ever counted the product, and so is {@code available}
   */
  record Refusal(
      String code,
      String sku,
      long productId,
      @Nullable Integer requested,
      @Nullable Integer available) {}

  /**
   * @param returned units that partial refunds put back on the shelf
   */
  record Item(long productId, String sku, int quantity, int returned) {}
}
