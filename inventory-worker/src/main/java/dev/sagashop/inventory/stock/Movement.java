package dev.sagashop.inventory.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The count of a shelf changed.
 *
 * @param orderId of units that were sold or came back, else null
 * @param reason of an adjustment, else null
 * @param actor external id of the user, or the part of the shop that moved it
 */
record Movement(
    long id,
    long productId,
    String sku,
    MovementKind kind,
    int delta,
    @Nullable Long orderId,
    @Nullable String reason,
    String actor,
    Instant movedAt) {}
