package dev.sagashop.inventory.stock;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * A correction of a count.
 *
 * @param delta more or fewer units on hand, never 0
 */
record Adjustment(
    @NotNull @Positive Long productId,
    @NotNull Integer delta,
    @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\x00]*") String reason) {}
