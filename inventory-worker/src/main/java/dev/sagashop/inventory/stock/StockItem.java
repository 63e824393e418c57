package dev.sagashop.inventory.stock;

import java.time.Instant;

/** The stock of a product, for the staff. */
record StockItem(
    long productId,
    String sku,
    int onHand,
    int reserved,
    int available,
    Availability availability,
    Instant updatedAt) {}
