package dev.sagashop.platform.web.paging;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about the page that it wants; a controller takes it with {@code @Valid}.
 *
 * @param size at least 1; what is more than the list allows is capped
 * @param cursor the {@code nextCursor} of the page before; null for the first page
 * @param sort a name that the list knows, with {@code -} in front for descending; null for its own
 *     order
 */
public record PageQuery(
    @Min(1) @Nullable Integer size,
    @Size(max = 1000) @Nullable String cursor,
    @Size(max = 40) @Nullable String sort) {

  public static final PageQuery FIRST = new PageQuery(null, null, null);
}
