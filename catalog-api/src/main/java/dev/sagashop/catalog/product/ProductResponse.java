package dev.sagashop.catalog.product;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param createdAt in UTC, without a zone as old clients expect
 * @param imageUrls those of {@code images}, for old clients
 * @param version to be sent back with a change
 */
record ProductResponse(
    long id,
    String sku,
    String name,
    @Nullable String description,
    BigDecimal price,
    @Nullable Long categoryId,
    @Nullable String categoryName,
    long sellerId,
    ProductStatus status,
    LocalDateTime createdAt,
    List<String> imageUrls,
    List<ImageResponse> images,
    long version) {

  static ProductResponse of(ListedProduct listed, List<ImageResponse> images) {
    Product product = listed.product();
    return new ProductResponse(
        product.id(),
        product.sku(),
        product.name(),
        product.description(),
        product.price(),
        product.categoryId(),
        listed.categoryName(),
        product.sellerId(),
        product.status(),
        LocalDateTime.ofInstant(product.createdAt(), ZoneOffset.UTC),
        images.stream().map(ImageResponse::url).toList(),
        images,
        product.version());
  }
}
