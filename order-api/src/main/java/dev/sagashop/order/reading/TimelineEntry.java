package dev.sagashop.order.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an order.
 *
 * @param id rises with each entry of an order
 * @param at UTC without a zone
 * @param actor who or what did it: {@code user 7}, {@code checkout}
 * @param fromStatus null for the first entry; equal to {@code toStatus} where nothing changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineEntry(
    long id,
    LocalDateTime at,
    String actor,
    String what,
    @Nullable String why,
    @Nullable String fromStatus,
    String toStatus) {}
