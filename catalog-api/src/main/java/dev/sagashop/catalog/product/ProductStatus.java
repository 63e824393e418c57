package dev.sagashop.catalog.product;

/** Only {@code ACTIVE} products can be ordered. */
enum ProductStatus {
  ACTIVE,
  INACTIVE,
  DELETED;

  /** For validation of text. */
  static final String NAMES = "ACTIVE|INACTIVE|DELETED";

  static final String NOT_A_NAME = "must be ACTIVE, INACTIVE or DELETED";
}
