package dev.sagashop.catalog.product;

import dev.sagashop.catalog.text.Storable;
import dev.sagashop.platform.web.paging.Where;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which products a client asks for; all of its conditions hold.
 *
 * @param q words of name or description; the last one may be the begin of a word, quotes keep words
 *     together, {@code -} excludes, {@code or} is or
 * @param categoryId with everything below it
 */
record ProductFilter(
    @Size(max = 200) @Storable @Nullable String q,
    @Positive @Nullable Long categoryId,
    @PositiveOrZero @Digits(integer = 17, fraction = 2) @Nullable BigDecimal minPrice,
    @PositiveOrZero @Digits(integer = 17, fraction = 2) @Nullable BigDecimal maxPrice,
    @Pattern(regexp = ProductStatus.NAMES, message = ProductStatus.NOT_A_NAME)
        @Nullable String status,
    @Size(max = 64) @Storable @Nullable String sku) {

  @Nullable SearchText text() {
    return q == null || q.isBlank() ? null : SearchText.of(q);
  }

  Set<ProductStatus> statuses() {
    return status == null
        ? EnumSet.allOf(ProductStatus.class)
        : EnumSet.of(ProductStatus.valueOf(status));
  }

  /** All but category and status, which lead into the indexes. */
  void addTo(Where where) {
    where
        .and("p.price >= :minPrice", "minPrice", minPrice)
        .and("p.price <= :maxPrice", "maxPrice", maxPrice)
        .and("p.sku = :sku", "sku", sku);
    SearchText text = text();
    if (text != null) {
      text.addTo(where);
    }
  }
}
