package dev.sagashop.inventory.stock;

import jakarta.validation.constraints.Positive;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** Which movements are wanted; what is null does not matter. Both times are included. */
record MovementFilter(
    @Nullable @Positive Long productId,
    @Nullable @Positive Long orderId,
    @Nullable MovementKind kind,
    @Nullable @DateTimeFormat(iso = ISO.DATE_TIME) OffsetDateTime from,
    @Nullable @DateTimeFormat(iso = ISO.DATE_TIME) OffsetDateTime to) {}
