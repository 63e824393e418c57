package dev.sagashop.catalog.product;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param createdAt in UTC, without a zone as old clients expect
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
    List<String> imageUrls) {

  static ProductResponse from(ListedProduct listed) {
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
        product.imageUrls());
  }
}
