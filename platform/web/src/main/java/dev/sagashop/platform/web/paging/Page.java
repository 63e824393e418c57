package dev.sagashop.platform.web.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param size how many items a page has at most
 * @param hasMore whether another page follows
 * @param nextCursor asks for the page after this one; null exactly when there is none
 */
public record Page<T>(List<T> items, int size, boolean hasMore, @Nullable String nextCursor) {

  public Page {
    items = List.copyOf(items);
  }

  /** The same page with other items, which were read in one go for all of these. */
  public <R> Page<R> with(List<R> others) {
    return new Page<>(others, size, hasMore, nextCursor);
  }
}
