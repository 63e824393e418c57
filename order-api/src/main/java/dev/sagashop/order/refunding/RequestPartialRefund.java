package dev.sagashop.order.refunding;

import dev.sagashop.order.book.RefundKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an order's money, named by units or by an amount.
 *
 * @param kind {@code LINES}, {@code AMOUNT} or {@code GOODWILL}; may be left out: lines mean {@code
 *     LINES}, an amount means {@code AMOUNT}
 * @param lines units that are given back; their price is that of the order
 * @param amount in the currency of the order
 * @param restock whether the units go back on the shelf; needs lines
 * @param reason for the customer and the timeline
 */
record RequestPartialRefund(
    @Nullable Kind kind,
    @Nullable @Size(min = 1, max = 100) List<@Valid @NotNull RefundLine> lines,
    @Nullable @DecimalMin("0.01") @Digits(integer = 17, fraction = 2) BigDecimal amount,
    @Nullable Boolean restock,
    @NotBlank @Size(max = 500) String reason) {

  enum Kind {
    LINES,
    AMOUNT,
    GOODWILL
  }

  record RefundLine(@NotNull @Positive Long productId, @NotNull @Positive Integer quantity) {}

  @AssertTrue(message = "expected either lines or an amount")
  boolean isOneOfLinesAndAmount() {
    return (lines == null) != (amount == null);
  }

  @AssertTrue(message = "expected LINES with lines, AMOUNT or GOODWILL with an amount")
  boolean isKindFitting() {
    return kind == null || (kind == Kind.LINES) == (lines != null);
  }

  @AssertTrue(message = "expected lines, because only units can go back on the shelf")
  boolean isRestockFitting() {
    return !Boolean.TRUE.equals(restock) || lines != null;
  }

  RefundKind refundKind() {
    if (lines != null) {
      return RefundKind.LINES;
    }
    return kind == Kind.GOODWILL ? RefundKind.GOODWILL : RefundKind.AMOUNT;
  }
}
