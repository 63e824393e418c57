package dev.sagashop.order.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as clients see it. Times are UTC without a zone; what is null is left out.
 *
 * @param expiresAt until when reserved stock waits for the payment; information, the saga decides
 * @param cancelReason a code, such as {@code OUT_OF_STOCK}
 * @param cancelExplanation one sentence for the customer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderView(
    long id,
    long userId,
    String status,
    BigDecimal totalAmount,
    List<Item> items,
    LocalDateTime createdAt,
    @Nullable LocalDateTime expiresAt,
    @Nullable LocalDateTime paidAt,
    @Nullable String cancelReason,
    @Nullable String cancelExplanation,
    List<RefundView> refunds) {

  public OrderView {
    items = List.copyOf(items);
    refunds = List.copyOf(refunds);
  }

  /** A line, with the catalogue's price and title of the moment of the order. */
  public record Item(long productId, String sku, String title, int quantity, BigDecimal price) {}

  /**
   * @param kind {@code FULL}, {@code LATE_CHARGE}, {@code LINES}, {@code AMOUNT} or {@code
   *     GOODWILL}
   * @param reason why the payment provider refused, null unless it did
   * @param explanation why the staff gave a part back
   * @param outsideReference that proves a refund on another way than the payment provider's
   * @param restock whether the units of a partial refund go back on the shelf
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RefundView(
      long id,
      String kind,
      BigDecimal amount,
      String status,
      int attempt,
      @Nullable String reason,
      @Nullable String explanation,
      @Nullable String outsideReference,
      boolean restock,
      LocalDateTime requestedAt) {}
}
