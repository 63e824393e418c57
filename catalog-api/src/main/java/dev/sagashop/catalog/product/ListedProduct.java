package dev.sagashop.catalog.product;

import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;

/** A product as the shop window shows it: with the name of its category. */
record ListedProduct(
    @Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY) Product product,
    @Nullable String categoryName) {}
