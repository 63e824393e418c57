package dev.sagashop.catalog.product;

/** Only {@code ACTIVE} products can be ordered. */
enum ProductStatus {
  ACTIVE,
  INACTIVE,
  DELETED
}
