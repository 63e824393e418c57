package dev.sagashop.catalog.product;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * @param status one of {@link ProductStatus}; text, so that a wrong value is reported with the
 *     other fields
 */
record ProductRequest(
    @NotBlank @Size(max = 255) @Pattern(regexp = STORABLE, message = NOT_STORABLE) String name,
    @Size(max = 2000) @Pattern(regexp = STORABLE, message = NOT_STORABLE)
        @Nullable String description,
    @NotNull @Positive @Digits(integer = 17, fraction = 2) BigDecimal price,
    @Positive @Nullable Long categoryId,
    @Positive @Nullable Long sellerId,
    @Pattern(regexp = "ACTIVE|INACTIVE|DELETED", message = "must be ACTIVE, INACTIVE or DELETED")
        @Nullable String status,
    @Nullable List<@NotBlank @Pattern(regexp = STORABLE, message = NOT_STORABLE) String>
        imageUrls) {

  /** PostgreSQL cannot store the character 0. */
  private static final String STORABLE = "[^\\x00]*";

  private static final String NOT_STORABLE = "must not contain the character U+0000";

  long sellerIdOr(long otherwise) {
    return Objects.requireNonNullElse(sellerId, otherwise);
  }

  ProductStatus statusOr(ProductStatus otherwise) {
    return status == null ? otherwise : ProductStatus.valueOf(status);
  }

  List<String> imageUrlsOr(List<String> otherwise) {
    return imageUrls == null
        ? otherwise
        : imageUrls.stream().map(String::strip).distinct().toList();
  }
}
