package dev.sagashop.inventory.stock;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which products are wanted; what is null does not matter.
 *
 * @param q what the SKU begins with
 */
record StockFilter(
    @Nullable @Positive Long productId,
    @Nullable @Size(max = 64) @Pattern(regexp = "[^\\x00]*") String q,
    @Nullable @Pattern(regexp = Availability.NAMES) String availability) {

  static final StockFilter ALL = new StockFilter(null, null, null);
}
