package dev.sagashop.catalog.product;

import dev.sagashop.catalog.text.Storable;
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
 * @param sku the one that the product has, or nothing: clients cannot choose one
 * @param status one of {@link ProductStatus}; text, so that a wrong value is reported with the
 *     other fields
 * @param imageUrls addresses, or images as data URLs; null keeps what there is
 * @param version that the client read; null to overwrite whatever there is
 */
record ProductRequest(
    @NotBlank @Size(max = 255) @Storable String name,
    @Size(max = 2000) @Storable @Nullable String description,
    @NotNull @Positive @Digits(integer = 17, fraction = 2) BigDecimal price,
    @Positive @Nullable Long categoryId,
    @Positive @Nullable Long sellerId,
    @Size(max = 64) @Nullable String sku,
    @Pattern(regexp = ProductStatus.NAMES, message = ProductStatus.NOT_A_NAME)
        @Nullable String status,
    @Size(max = MOST_IMAGES) @Nullable List<@NotBlank @Storable String> imageUrls,
    @Positive @Nullable Long version) {

  static final int MOST_IMAGES = 50;

  long sellerIdOr(long otherwise) {
    return Objects.requireNonNullElse(sellerId, otherwise);
  }

  ProductStatus statusOr(ProductStatus otherwise) {
    return status == null ? otherwise : ProductStatus.valueOf(status);
  }

  /** Refuses any other SKU than the product's. */
  void requireSku(Product product) {
    if (sku != null && !sku.equals(product.sku())) {
      throw new SkuFixedException(sku, product.sku());
    }
  }
}
