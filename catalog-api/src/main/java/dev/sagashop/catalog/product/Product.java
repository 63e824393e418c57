package dev.sagashop.catalog.product;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * @param sku under which stock is kept; never changes
 * @param version counts the changes, those of its images too
 * @param changedBy who wrote it last; null for what no person wrote
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
    Instant createdAt,
    Instant updatedAt,
    long version,
    @Nullable Long changedBy) {

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
        now,
        now,
        1,
        callerId);
  }

  /** What the request leaves out stays, except description and category: absent clears them. */
  Product with(ProductRequest request, long callerId) {
    return new Product(
        id,
        sku,
        request.name(),
        request.description(),
        request.price(),
        request.categoryId(),
        sellerId,
        request.statusOr(status),
        createdAt,
        Instant.now(),
        version + 1,
        callerId);
  }
}
