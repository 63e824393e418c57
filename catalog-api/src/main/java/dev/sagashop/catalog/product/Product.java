package dev.sagashop.catalog.product;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * @param sku under which stock is kept; never changes
 * @param imageUrls in the order of display, without duplicates
 */
@Table("products")
record Product(
    @Id long id,
    String sku,
    String name,
    @Nullable String description,
    BigDecimal price,
    @Nullable Long categoryId,
    long sellerId,
    ProductStatus status,
    List<String> imageUrls,
    Instant createdAt,
    Instant updatedAt) {

  static Product of(long id, ProductRequest request, long callerId) {
    Instant now = Instant.now();
    return new Product(
        id,
        "SKU-%03d".formatted(id),
        request.name(),
        request.description(),
        request.price(),
        request.categoryId(),
        request.sellerIdOr(callerId),
        request.statusOr(ProductStatus.ACTIVE),
        request.imageUrlsOr(List.of()),
        now,
        now);
  }

  /** What the request leaves out stays, except description and category: absent clears them. */
  Product changedBy(ProductRequest request) {
    return new Product(
        id,
        sku,
        request.name(),
        request.description(),
        request.price(),
        request.categoryId(),
        sellerId,
        request.statusOr(status),
        request.imageUrlsOr(imageUrls),
        createdAt,
        Instant.now());
  }
}
